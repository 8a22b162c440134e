import { cellsOf, findDensestWindow, hoursOfWeek } from '#analysis/pattern/densest-window.ts';
import { windowInWords } from '#analysis/pattern/window-words.ts';
import { PATTERN_TYPES } from '#data/codes/pattern-types.ts';
import { counted, dayInFull, joined, type LabelWords, labelWords, momentInFull, spanInFull } from './bulletin-words.ts';
import { type CaseTable, caseCounts, caseTable, offMapInWords, placesInWords } from './case-words.ts';
import type { BulletinFacts, CaseFacts, OpenFacts } from './facts.ts';

/** What a bulletin says, whatever it is printed as. */
export type BulletinContent = {
  readonly label: LabelWords;
  readonly title: string;
  readonly about: string; // of what kind, which days, whose ground
  readonly state: string; // draft, or when it was sent
  readonly parts: readonly { readonly heading: string; readonly text: string }[];
  readonly advice: string | null; // recommended times; null: this edition gives none
  readonly hours: HourTable | null;
  readonly counts: string;
  readonly table: CaseTable | null; // null: this edition lists no cases
  readonly mapLabel: string; // for who cannot see the map
  readonly mapNote: string;
  readonly notes: readonly string[];
  readonly foot: string;
};
export type HourTable = {
  readonly counts: readonly number[]; // Monday 12 am first
  readonly boxed: ReadonlySet<number>; // cells of the fullest block of hours
  readonly note: string;
};

/** Of a bulletin that was sent; a draft has none of it. */
export type Sent = {
  readonly bulletinId: string;
  readonly sentAt: string;
  readonly to: readonly string[];
  readonly hash: string;
};

const FEW_NAMES = 4;

export function contentOf(facts: BulletinFacts, sent: Sent | null): BulletinContent {
  const common = {
    label: labelWords(facts),
    state: stateOf(facts, sent),
    foot: sent === null ? `Pattern ${facts.patternId}, draft` : `Bulletin ${sent.bulletinId}, SHA-256 ${sent.hash}`,
  };
  return facts.edition === 'cases' ? { ...common, ...caseContent(facts, sent) } : { ...common, ...openContent(facts) };
}

function stateOf({ edition, madeAt, madeBy }: BulletinFacts, sent: Sent | null): string {
  if (sent === null) return `Draft of ${momentInFull(madeAt)}, not sent.`;
  if (edition === 'open') return `Sent ${dayInFull(sent.sentAt)}.`;
  const to = sent.to.length > FEW_NAMES ? `${sent.to.length} people` : joined(sent.to);
  return `Sent ${momentInFull(sent.sentAt)} by ${madeBy} to ${to}.`;
}

const aboutOf = ({ type, patternId, from, to, groups }: BulletinFacts): string =>
  [PATTERN_TYPES[type], patternId, spanInFull(from, to), joined(groups.map(({ name }) => name))]
    .filter((part) => part !== '')
    .join(' · ');

type Told = Omit<BulletinContent, 'label' | 'state' | 'foot'>;

function caseContent(facts: CaseFacts, sent: Sent | null): Told {
  const { name, synopsis, cases } = facts;
  const { what, where, when, how, advice } = synopsis;
  const placed = cases.filter(({ place }) => place !== null).length;
  return {
    title: name,
    about: aboutOf(facts),
    parts: [
      { heading: 'What', text: what },
      { heading: 'Where', text: where },
      { heading: 'When', text: when },
      { heading: 'How', text: how || 'Not known yet.' },
    ].filter(({ text }) => text !== ''),
    advice: advice.replace(/^recommended: */i, '') || 'None given.',
    hours: hourTable(facts),
    counts: [caseCounts(facts), placesInWords(cases)].filter((said) => said !== '').join(' '),
    table: caseTable(facts),
    mapLabel: `Map of ${counted(placed, 'case')}, numbered as in the list${ofGroups(facts)}. Each number’s block stands in the list.`,
    mapNote: [facts.groups.length > 0 ? 'Black line: group boundary.' : '', offMapInWords(cases)].join(' ').trim(),
    notes: [sourceInWords(facts, sent)],
  };
}

/** Who made it of what. Of one that was sent its head says who. */
function sourceInWords({ madeBy, madeAt, callsTo, code }: CaseFacts, sent: Sent | null): string {
  const calls = callsTo === null ? '' : ` from calls up to ${momentInFull(callsTo)}`;
  const made = sent === null ? `Made by ${madeBy}, ${momentInFull(madeAt)}${calls && `,${calls}`}.` : `Made${calls}.`;
  const figure = code === null ? '' : ` Figure ${code}.`;
  return `${made}${figure} A call is what somebody reported; it is not proof of a crime.`;
}

const ofGroups = ({ groups }: BulletinFacts): string =>
  groups.length === 0 ? '' : `, in ${joined(groups.map(({ name }) => name))}`;

function hourTable({ cases }: CaseFacts): HourTable {
  const densest = findDensestWindow(cases);
  const without = cases.length - densest.timed;
  const said =
    densest.is === 'found'
      ? `Boxed: ${windowInWords(densest.window)}, the fewest hours that hold half of them (${densest.held} of ${densest.timed}).`
      : '';
  const left = without === 0 ? '' : `Not in it: ${counted(without, 'case')} whose hour is not known.`;
  return {
    counts: hoursOfWeek(cases),
    boxed: new Set(densest.is === 'found' ? cellsOf(densest.window) : []),
    note: [said, left].join(' ').trim(),
  };
}

function openContent(facts: OpenFacts): Told {
  const { kinds, otherKinds, hours, withoutHour, groups, callsTo, madeAt } = facts;
  const named = kinds.map(({ label, count }) => `${label}: ${count} calls.`);
  const rest = { told: `Other kinds: ${otherKinds} calls.`, few: 'Other kinds: 1 to 4 calls.' };
  const others = otherKinds === null ? [rest.few] : otherKinds > 0 ? [rest.told] : [];
  const what = [...named, ...others];
  const most = kinds[0]?.label ?? 'Calls from the public';
  return {
    title: `${most}${groups.length > 0 ? `, ${joined(groups.map(({ name }) => name))}` : ''}`,
    about: `${facts.patternId} · ${spanInFull(facts.from, facts.to)}`,
    parts: [
      { heading: 'What', text: what.join(' ') || 'No calls that may be told here.' },
      {
        heading: 'When',
        text: `${hours.length === 0 ? 'No part of the week has five or more.' : `Five or more: ${hours.join('; ')}.`}${withoutHour ? ' Of some the hour is not known.' : ''}`,
      },
      { heading: 'Where', text: joined(groups.map(({ name }) => name)) || 'No group named.' },
    ],
    advice: null,
    hours: null,
    counts: '',
    table: null,
    mapLabel: `Map of the ground of ${joined(groups.map(({ name }) => name)) || 'no group'}. It shows no calls.`,
    mapNote: 'Black line: group boundary. Single calls are not shown.',
    notes: [
      'Single calls, their places, and numbers from 1 to 4 are not told. Kinds of call that are kept from the public are not counted here.',
      `A call is what somebody reported; it is not proof of a crime. Made ${dayInFull(madeAt)}${callsTo === null ? '' : `, from calls up to ${dayInFull(callsTo)}`}.`,
    ],
  };
}
