import { circle } from '@turf/turf';
import { BEFORE_AFTER_CAVEAT } from '#analysis/before-after/before-after.ts';
import type { ControlArea } from '#analysis/before-after/match-control.ts';
import {
  findBeforeAfterInPlaces,
  PLACES_CONVENTION,
  type PlacesBeforeAfter,
  type PlacesReason,
} from '#analysis/before-after/places.ts';
import type { Zone } from '#analysis/before-after/zones.ts';
import { toDayNumber } from '#analysis/shared/days.ts';
import type { AreaGeometry, AreaLayer } from '#data/schema/area.ts';
import type { BoundaryVersion } from '#data/schema/records/group.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { NotCounted, ProjectChange } from '#data/schema/records/project-change.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { RELEASE_LEVEL_OF, type ReleaseLevel } from '#data/schema/release-level.ts';
import { boundariesOn, listBoundaries } from '#server/store/boundaries.ts';
import { getGroup } from '#server/store/groups.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { readEntry } from '#server/store/register.ts';
import { type CallSpan, readCallSpan } from './call-span.ts';
import { readDatedCalls } from './dated-calls.ts';
import { PUBLIC_KINDS } from './open-calls.ts';
import { type ProjectFields, projectFields } from './project-fields.ts';
import {
  answerInWords,
  behindTheAnswer,
  chanceAbout,
  controlInWords,
  groundInWords,
  leftOutInWords,
  MOST_WEEKS,
  NOT_COUNTED,
  whenKnown,
  zoneNames,
} from './project-words.ts';
import { withheldFrom } from './withheld-change.ts';

/** A project before and after the day its response began: the record, and what the calls of its ground say. */
export async function changeOfProject(
  home: string,
  records: RecordStore,
  acting: Acting,
  entryId: string,
): Promise<ProjectChange> {
  const known = await records.as(acting, async (tx) => {
    const entry = await readEntry(tx, 'project', entryId);
    const fields = projectFields(entry);
    const { groupId } = entry;
    return {
      entry,
      fields,
      groupName: groupId === null ? null : (await getGroup(tx, groupId)).name,
      versions: groupId === null ? [] : await listBoundaries(tx, groupId),
      layer: fields.beganOn === null ? NO_LAYER : await boundariesOn(tx, fields.beganOn),
    };
  });
  const change = await count(await readCallSpan(home), known);
  return withheldFrom(levelOf(acting), change);
}

const levelOf = ({ actor }: Acting): ReleaseLevel => RELEASE_LEVEL_OF[actor.role];
const NO_LAYER: AreaLayer = { type: 'FeatureCollection', features: [] };

type Known = {
  readonly entry: RegisterEntry;
  readonly fields: ProjectFields;
  readonly groupName: string | null;
  readonly versions: readonly BoundaryVersion[];
  readonly layer: AreaLayer; // on the day of action
};

async function count(span: CallSpan | null, known: Known): Promise<ProjectChange> {
  const { entry, groupName, fields } = known;
  const ground = groundOf(known);
  const kinds = PUBLIC_KINDS.filter(({ category }) => fields.categories.includes(category));
  const base = {
    ...{ entry, groupName, ringMeters: fields.ringMeters, kinds: kinds.map(({ label }) => label) },
    ...{ ground: ground.words, control: null, found: null, more: [], whenKnown: null, leftOut: [] },
    source: span && { titles: [...span.titles], lastDay: span.lastDay, cutoffLocal: span.cutoffLocal },
    ...{ caveat: BEFORE_AFTER_CAVEAT, convention: PLACES_CONVENTION },
  };
  const not = (state: NotCounted): ProjectChange => ({ ...base, state, sentence: NOT_COUNTED[state] });
  if (fields.beganOn === null) return not('no-day');
  if (ground.geometry === null) return not(ground.lacks);
  if (kinds.length === 0) return not('no-kind');
  if (span === null) return not('no-calls');
  const calls = await readDatedCalls(
    span,
    kinds.map(({ category }) => category),
  );
  if (calls === null) return not('months-only');
  const actionDay = toDayNumber(fields.beganOn);
  const days = { firstDay: toDayNumber(span.firstDay), lastDay: toDayNumber(span.lastDay), actionDay };
  const areas = areasOf(known.layer);
  const chosen = areas.filter(({ areaId }) => areaId === fields.comparisonGroup && areaId !== wholeGroupOf(known));
  if (fields.comparisonGroup !== null && chosen.length === 0) return not('no-control');
  const control = fields.comparisonGroup === null ? ('match' as const) : chosen.map(({ geometry }) => geometry);
  const options = { ringMeters: fields.ringMeters, minDays: 7 * fields.waitWeeks };
  const answer = findBeforeAfterInPlaces(calls, { treated: [ground.geometry], control, areas }, days, options);
  const [found] = answer.findings;
  if (found === undefined) return not(STATE_OF[answer.leftOut[0]?.reason ?? 'no-calls'] ?? 'no-calls');
  const controlId = found.matched?.areaId ?? fields.comparisonGroup ?? '';
  const controlName = nameIn(known.layer, controlId);
  const groundName = ground.isPart ? 'The ground' : (groupName ?? 'The ground');
  const mostWeeks = Math.min(MOST_WEEKS, Math.floor((actionDay - days.firstDay) / 7));
  return {
    ...base,
    state: 'counted',
    sentence: answerInWords(found, fields.waitWeeks, fields.ringMeters > 0),
    more: behindTheAnswer(found, fields.ringMeters),
    whenKnown: whenKnown(found, mostWeeks),
    control: controlInWords(controlName, found.matched),
    found: toFound(found, zoneNames(groundName, controlName, fields.ringMeters)),
    leftOut: answer.leftOut.flatMap(leftOutInWords),
  };
}

const STATE_OF: Partial<Record<PlacesReason, NotCounted>> = {
  'too-early': 'no-week',
  'too-few-weeks-before': 'few-weeks-before',
  'no-control': 'no-control',
};

type GroundFound = {
  isPart: boolean;
  geometry: AreaGeometry | null;
  words: string | null;
  lacks: 'no-ground' | 'no-boundary';
};

/** A circle where the record gives one, else the group's boundary on the day of action. */
function groundOf({ entry, fields, versions, groupName }: Known): GroundFound {
  const { center, groundMeters, beganOn } = fields;
  if (center !== null && groundMeters !== null) {
    const { geometry } = circle([...center], groundMeters, { steps: 96, units: 'meters' });
    return {
      geometry: {
        type: 'Polygon',
        coordinates: geometry.coordinates.map((ring) => ring.map(([x = 0, y = 0]) => [x, y])),
      },
      words: groundInWords.circle(groundMeters, groupName),
      lacks: 'no-ground',
      isPart: true,
    };
  }
  const none = { isPart: false, geometry: null, words: groupName };
  if (entry.groupId === null || beganOn === null) return { ...none, lacks: 'no-ground' };
  const held = versions.find((one) => one.validFrom <= beganOn && (one.validTo === null || one.validTo > beganOn));
  if (held === undefined) return { ...none, lacks: 'no-boundary' };
  const words = groundInWords.boundary(groupName ?? '', beganOn);
  return { isPart: false, geometry: held.geometry, words, lacks: 'no-boundary' };
}

/** A project on a part of its group's ground may be compared with others only, too: the group holds its ground. */
const wholeGroupOf = ({ entry }: Known): string | null => entry.groupId;

const areasOf = ({ features }: AreaLayer): ControlArea[] =>
  features.map(({ properties, geometry }) => ({ areaId: properties.areaId, geometry }));

const nameIn = ({ features }: AreaLayer, areaId: string): string =>
  features.find(({ properties }) => properties.areaId === areaId)?.properties.name ?? areaId;

function toFound(found: PlacesBeforeAfter, nameOf: Record<Zone, string>): ProjectChange['found'] {
  const { verdict, weeks, before, after, observed, expected, counts, lines } = found;
  return {
    ...{ verdict, weeks, before, after, observed, expected: Math.round(expected), ...chanceAbout(found) },
    zones: lines.map(({ zone }) => ({ zone, name: nameOf[zone], counts: [...counts[zone]] as [number, number] })), // a pair stays one
    lines: lines.map((line) => ({ zone: line.zone, before: [...line.before], after: [...line.after] })),
  };
}
