import { escaped } from '#server/documents/escaped.ts';
import { frameOf, placeMap } from '#server/documents/place-map/place-map.ts';
import type { GroundFeature } from '#server/documents/place-map/street-ground.ts';
import { weekBars } from '#server/documents/week-bars.ts';
import { monthsIn } from '#server/hand-out/words/dates.ts';
import { ENGLISH } from '#server/hand-out/words/english.ts';
import { middleOf } from '#server/store/concern-groups.ts';
import type { SheetConcern } from '#server/store/officer-sheet.ts';
import type { SheetCount, SheetFacts } from './sheet-facts.ts';
import { SHEET_STYLE } from './sheet-style.ts';
import { day, moment, WAYS } from './sheet-words.ts';

export const NOT_TO_HAND_OUT = 'Officer’s notes. Do not hand out.';

/** Whose copy it is, and of when: on every page, in words. */
export const markOf = ({ printedBy, printedAt }: SheetFacts): string =>
  `${NOT_TO_HAND_OUT} Printed by ${printedBy}, ${moment(printedAt)}.`;

/** The notes as a page that needs nothing but itself. `fontUrl` is a data URL. */
export const sheetHtml = (
  facts: SheetFacts,
  ground: readonly GroundFeature[],
  fontUrl: string | null,
): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escaped(`Officer’s notes, ${facts.groupName}, ${day(facts.from)} to ${day(facts.to)}`)}</title>
<style>${fontUrl === null ? '' : `@font-face { font-family: "Inter"; font-weight: 100 900; src: url("${fontUrl}") format("woff2"); }`}${SHEET_STYLE}</style>
</head>
<body>
<svg class="water" viewBox="0 0 700 900" aria-hidden="true"><text x="350" y="440" text-anchor="middle" transform="rotate(-52 350 450)">${escaped(facts.printedBy)}</text><text x="350" y="520" text-anchor="middle" transform="rotate(-52 350 450)">${escaped(moment(facts.printedAt))}</text></svg>
<main>
<p class="mark">${escaped(markOf(facts))}</p>
<header><h1>${escaped(facts.groupName)}</h1><p>${day(facts.from)} to ${day(facts.to)}</p>${nextHtml(facts)}</header>
<section><h2>Calls</h2>${countsHtml(facts)}</section>
<section><h2>Open concerns</h2>${concernsHtml(facts, ground)}</section>
<section><h2>Promises</h2>${promisesHtml(facts)}</section>
<section><h2>Contacts, ${day(facts.from)} to today</h2>${contactsHtml(facts)}</section>
<footer><p>${escaped(sourceOf(facts))}</p></footer>
</main>
</body>
</html>
`;

const nextHtml = ({ next }: SheetFacts): string =>
  next === null
    ? '<p>No meeting is planned.</p>'
    : `<p><b>Next meeting ${escaped(moment(next.startsAt))}, ${escaped(next.place)}</b></p>${next.agenda.length === 0 ? '' : `<p>Agenda: ${escaped(next.agenda.join('; '))}.</p>`}`;

function countsHtml({ counts, none }: SheetFacts): string {
  const row = ({ label, calls, usual }: SheetCount) =>
    `<tr><th scope="row">${escaped(label)}</th><td class="number">${calls}</td><td>${usual === null ? 'not judged' : `${usual.low} to ${usual.high}`}</td><td>${againstOf({ label, calls, usual })}</td></tr>`;
  const table =
    counts.length === 0
      ? '<p>No calls came in.</p>'
      : `<table class="counts"><thead><tr><th scope="col">Kind</th><th scope="col" class="number">Calls</th><th scope="col">Usual</th><th scope="col">Against usual</th></tr></thead><tbody>${counts.map(row).join('\n')}</tbody></table>`;
  return `${table}${none.length === 0 ? '' : `<p class="soft">No calls: ${escaped(none.join(', ').toLowerCase())}.</p>`}`;
}

/** A word and, where it is out of its range, a filled mark. */
function againstOf({ calls, usual }: SheetCount): string {
  if (usual === null) return '';
  if (calls > usual.high) return '<b>◆ more than usual</b>';
  return calls < usual.low ? '<b>◆ fewer than usual</b>' : 'as usual';
}

function concernsHtml(facts: SheetFacts, ground: readonly GroundFeature[]): string {
  const { concerns, heldBack } = facts;
  const held =
    heldBack === 0
      ? ''
      : `<p class="soft">${heldBack === 1 ? 'One more open concern is' : `${heldBack} more open concerns are`} of a kind that is not printed at your level. Open them on screen.</p>`;
  if (concerns.length === 0) return `<p>No open concerns${heldBack === 0 ? '' : ' to print'}.</p>${held}`;
  return `${concerns.map((one, i) => concernHtml(one, i, { facts, ground })).join('\n')}${held}`;
}

type Around = { readonly facts: SheetFacts; readonly ground: readonly GroundFeature[] };

function concernHtml(one: SheetConcern, i: number, { facts, ground }: Around): string {
  const calls = facts.beside.find(({ concernId }) => concernId === one.concernId);
  const said = calls === undefined ? '' : `Calls a week, ${calls.label.toLowerCase()}: ${calls.said}`;
  const step =
    one.nextStep === '' ? '' : `Next: ${one.nextStep}${one.nextStepOn === null ? '' : `, by ${day(one.nextStepOn)}`}.`;
  const chart =
    calls === undefined
      ? `<p class="soft">No chart: ${facts.isByMonth ? 'calls are known by month only' : 'no kind, or a kind that is not counted by week'}.</p>`
      : `${weekBars(calls, escaped(said))}<p class="soft">${escaped(said)} Dashed: the concern’s day.</p>`;
  return `<article><div>
<h3>${escaped(one.title)} <span class="soft">${escaped(one.concernId)}</span></h3>
<p>Heard ${day(one.heardAt)}${one.placeWords === '' ? '' : `, ${escaped(one.placeWords)}`}${one.owner === '' ? '' : `. Owner: ${escaped(one.owner)}`}.</p>
${step === '' ? '' : `<p>${escaped(step)}</p>`}
${chart}
</div>
${mapHtml(one, i, { facts, ground })}
</article>`;
}

const MAP = { width: 230, height: 170, padding: 10, leastMeters: 500 };

function mapHtml({ concernId, place, title }: SheetConcern, i: number, { facts, ground }: Around): string {
  const area = { name: '', geometry: facts.geometry };
  const frame = frameOf([], [area], MAP);
  if (place === null || frame === null) return '<p class="soft where">Not on a map: no place is known.</p>';
  const { svg } = placeMap({
    ...{ id: `where-${i}`, label: `Map of ${facts.groupName} with the place of ${concernId}: ${title}`, frame, ground },
    ...{ areas: [area], marks: [], dots: [middleOf(place)], streetsIn: facts.geometry },
  });
  return `<div class="where">${svg}</div>`;
}

const promisesHtml = ({ promises, printedAt }: SheetFacts): string =>
  promises.length === 0
    ? '<p>No promise waits.</p>'
    : `<ul>${promises
        .map(
          ({ words, dueOn, owner }) =>
            `<li>${escaped(words)} <b>${dueOn < printedAt.slice(0, 10) ? 'Was due' : 'Due'} ${day(dueOn)}</b>, ${escaped(owner)}.</li>`,
        )
        .join('')}</ul>`;

const contactsHtml = ({ contacts }: SheetFacts): string =>
  contacts.length === 0
    ? '<p>None are logged.</p>'
    : `<ul>${contacts
        .map(
          ({ at, way, result, officer, topics }) =>
            `<li>${day(at)}, ${WAYS[way]}, ${escaped(officer)}${result === 'attempted' ? ', <b>not reached</b>' : ''}${topics === '' ? '' : `: ${escaped(topics)}`}</li>`,
        )
        .join('')}</ul>`;

const sourceOf = ({ from, to, notPlaced, callsTo, isByMonth, isWithProtected }: SheetFacts): string =>
  `Calls from the public up to ${isByMonth ? `${day(callsTo)}. ${ENGLISH.byMonth(monthsIn(from, to, 'en'))}` : `${moment(callsTo)}.`} ${isWithProtected ? 'Protected kinds are counted.' : 'Protected kinds are not counted at your level.'} ${notPlaced} calls in the city have no place and are counted nowhere. Small numbers are not withheld: they may point to a person.`;
