import { expect, test } from 'vitest';
import { z } from 'zod';
import { findRecurring } from '#analysis/recurring/recurring.ts';
import { planCalls } from '#data/demo/call-plan.ts';
import { makeCity } from '#data/demo/city.ts';
import { makeConcerns } from '#data/demo/concerns.ts';
import { makeLife } from '#data/demo/life/life.ts';
import { mailRecords } from '#data/demo/life/mails.ts';
import { truthOf } from '#data/demo/truth.ts';
import { REGISTER } from '#data/register/catalog.ts';
import { checkFields } from '#data/register/fields-schema.ts';
import { whyLapsed } from '#data/register/standing.ts';
import { Concern, ConcernUpdate, Referral } from '#data/schema/records/concern.ts';
import { Contact, GroupPromise, Meeting, PlannedContact } from '#data/schema/records/contact.ts';
import { BoundaryVersion, Designation, Group, Representative } from '#data/schema/records/group.ts';
import { MailIn } from '#data/schema/records/mail.ts';
import { Notice } from '#data/schema/records/notice.ts';
import { Person } from '#data/schema/records/person.ts';
import { RegisterEntry } from '#data/schema/records/register.ts';
import { SweepVerdict } from '#data/schema/records/sweep.ts';

const city = makeCity();
const plan = planCalls(city);
const life = makeLife({ city, plan });
const truth = truthOf(city, 'small', plan).life;
const TODAY = '2026-12-14';
const countOf = <T>(rows: readonly T[], keep: (row: T) => boolean): number => rows.filter(keep).length;
const concernOf = (concernId: string) => life.concerns.find((one) => one.concernId === concernId);

test('every record is one that its own schema accepts', () => {
  const shapes: [z.ZodType, readonly unknown[]][] = [
    [Person, life.persons],
    [Group, life.groups],
    [Designation, life.designations],
    [Representative, life.representatives],
    [BoundaryVersion, life.boundaryVersions],
    [Concern, life.concerns],
    [ConcernUpdate, life.updates],
    [Referral, life.referrals],
    [Meeting, life.meetings],
    [Contact, life.contacts],
    [PlannedContact, life.planned],
    [GroupPromise, life.promises],
    [Notice, life.notices],
    [RegisterEntry, life.entries],
    [SweepVerdict, life.verdicts],
    [MailIn, mailRecords(life.mails)],
  ];
  for (const [shape, rows] of shapes) expect(z.array(shape).safeParse(rows).error).toBeUndefined();
  for (const { kind, status, fields } of life.entries) {
    expect(checkFields(kind, fields).faults).toEqual([]);
    expect(REGISTER[kind].states.map(({ value }) => value)).toContain(status);
  }
});

test('the same seed lives the same life', () => {
  expect(JSON.stringify(makeLife({ city, plan }))).toBe(JSON.stringify(life));
});

test('every id a record names is there', () => {
  const people = new Set(['system', ...life.persons.map(({ personId }) => personId)]);
  const groups = new Set(life.groups.map(({ groupId }) => groupId));
  const concerns = new Set(life.concerns.map(({ concernId }) => concernId));
  const meetings = new Set(life.meetings.map(({ meetingId }) => meetingId));
  const entries = new Set(life.entries.map(({ entryId }) => entryId));
  for (const one of life.concerns) {
    expect(people).toContain(one.filedBy);
    if (one.ownerId !== null) expect(people).toContain(one.ownerId);
    if (one.meetingId !== null) expect(meetings).toContain(one.meetingId);
    for (const groupId of one.groupIds) expect(groups).toContain(groupId);
  }
  for (const { concernId } of [...life.updates, ...life.referrals]) expect(concerns).toContain(concernId);
  for (const { groupId, officerId } of life.contacts) {
    expect(groups).toContain(groupId);
    expect(people).toContain(officerId);
  }
  for (const { groupIds, sentTo, createdBy } of life.verdicts) {
    for (const groupId of groupIds) expect(groups).toContain(groupId);
    for (const personId of [createdBy, ...sentTo.map((told) => told.personId)]) expect(people).toContain(personId);
  }
  for (const { groupId, ownerId, fields } of life.entries) {
    if (groupId !== null) expect(groups).toContain(groupId);
    if (ownerId !== null) expect(people).toContain(ownerId);
    for (const named of [
      fields.programId,
      fields.explainerId,
      fields.analysisRequest,
      fields.proposalId,
      fields.resurveyOf,
    ]) {
      if (typeof named === 'string') expect(entries).toContain(named);
    }
  }
});

test('nothing but what is planned happens after the demo’s morning', () => {
  const past = [
    ...life.updates.map(({ at }) => at),
    ...life.contacts.map(({ at }) => at),
    ...life.concerns.map(({ heardAt }) => heardAt),
    ...life.notices.map(({ sentAt }) => sentAt),
    ...life.meetings.filter(({ status }) => status === 'held').map(({ startsAt }) => startsAt),
    ...life.entries.map(({ happenedOn }) => happenedOn),
  ];
  expect(past.filter((at) => at > '2026-12-14T07:42:00')).toEqual([]);
});

test('the records tell what the map shows: 420 concerns, 31 open, 9 of them overdue', () => {
  const shown = makeConcerns(city, plan);
  expect(life.concerns.map(({ concernId, title, category }) => [concernId, title, category])).toEqual(
    shown.map(({ concernId, title, category }) => [concernId, title, category]),
  );
  const waiting = life.concerns.filter(({ status }) => status !== 'closed');
  expect(waiting).toHaveLength(31);
  expect(countOf(waiting, ({ status }) => status === 'new')).toBe(2);
  const overdue = waiting.filter(({ nextStepOn }) => nextStepOn !== null && nextStepOn < TODAY);
  expect(overdue.map(({ concernId }) => concernId)).toEqual(
    shown.filter(({ status }) => status === 'overdue').map(({ concernId }) => concernId),
  );
});

// The counts below are those of the demo's table: product.md section 6.
test('what was planted in the concerns is there, as often as the truth file says', () => {
  expect(truth.duplicates).toHaveLength(18);
  expect(truth.duplicates.flatMap(({ others }) => others)).toHaveLength(60);
  for (const { kept, others } of truth.duplicates) {
    expect(others.map((id) => concernOf(id)?.duplicateOf)).toEqual(others.map(() => kept));
  }
  expect(truth.recurring).toHaveLength(5);
  expect(truth.recurring.every(({ concernIds }) => concernIds.length >= 4)).toBe(true);
  expect(truth.redact.map(({ concernId, words }) => concernOf(concernId)?.words.includes(words))).toEqual(
    Array.from({ length: 8 }, () => true),
  );
  expect(countOf(life.concerns, ({ language }) => language === 'es')).toBe(6);
  expect(countOf(life.concerns, ({ contactWish }) => contactWish === 'anonymous')).toBe(15);
  expect(countOf(life.concerns, ({ closeReason }) => closeReason === 'not-fixable')).toBe(12);
  expect(countOf(life.updates, ({ words }) => words.startsWith('Reopened'))).toBe(10);
});

test('the three recurring issues of this season are found by the method, and leadership was told of them', () => {
  const raised = life.concerns.map((one) => ({
    ...one,
    heardOn: one.heardAt.slice(0, 10),
    isDuplicate: one.duplicateOf !== null,
  }));
  const found = findRecurring(raised, TODAY).findings;
  const season = truth.recurring.filter(({ areaId }) => ['juniper-rise', 'cordery', 'college-green'].includes(areaId));
  expect(season).toHaveLength(3);
  for (const { areaId, concernIds } of season) {
    const issue = found.find((one) => one.groupId === areaId && one.concernIds.some((id) => concernIds.includes(id)));
    expect(issue?.concernIds.length).toBeGreaterThanOrEqual(4);
    expect(life.notices.some(({ kind, groupId }) => kind === 'escalation' && groupId === areaId)).toBe(true);
  }
});

test('an objective was told to all, and of the newest somebody has not read it', () => {
  const objectives = life.notices.filter(({ kind }) => kind === 'objective');
  expect(objectives).toHaveLength(3);
  const readers = objectives.map(({ acknowledgments }) => acknowledgments.length);
  expect(readers[2]).toBeLessThan(readers[1] ?? 0);
});

test('the concern of the Tern Park lot is C-0388, with its log of nine and its silent referral', () => {
  expect(concernOf('C-0388')?.title).toBe('Car windows broken by the Tern Park lot');
  expect(countOf(life.updates, ({ concernId }) => concernId === 'C-0388')).toBe(9);
  const referral = life.referrals.find(({ concernId }) => concernId === 'C-0388');
  expect([referral?.status, referral?.nudges.length]).toEqual(['waiting', 2]);
});

test('45 referrals: nine silent, four that came back, at least three that the city answered', () => {
  expect(life.referrals).toHaveLength(45);
  expect(countOf(life.referrals, ({ status, expectedBy }) => status === 'waiting' && expectedBy < TODAY)).toBe(9);
  expect(countOf(life.referrals, ({ status }) => status === 'declined')).toBe(4);
  expect(countOf(life.referrals, ({ status, isInside }) => status === 'answered' && !isInside)).toBeGreaterThan(2);
});

test('25 e-mails, five with a part missing, each with a file of its own', () => {
  expect(life.mails).toHaveLength(25);
  expect(countOf(life.mails, ({ missing }) => missing.length > 0)).toBe(5);
  expect(new Set(life.mails.map(({ name }) => name)).size).toBe(25);
  expect(life.mails.every(({ raw }) => raw.includes('\r\n\r\n'))).toBe(true);
});

test('people, groups and their leaders are as many as the story says', () => {
  const byRole = (role: string, title?: string) =>
    countOf(life.persons, (one) => one.role === role && (title === undefined || one.title === title));
  expect(byRole('officer', 'CRO')).toBe(8);
  expect(byRole('officer', 'Officer')).toBe(6);
  expect(byRole('analyst')).toBe(2);
  expect(life.persons.every(({ email }) => email.endsWith('example.org'))).toBe(true);
  expect(life.groups).toHaveLength(26);
  expect(countOf(life.groups, ({ status }) => status === 'inactive')).toBe(1);
  expect(countOf(life.representatives, ({ validTo }) => validTo === null)).toBe(24);
  expect(truth.changesOfLeader).toHaveLength(5);
  expect(countOf(life.boundaryVersions, ({ validTo }) => validTo !== null)).toBe(2);
});

test('about 260 meetings and 1,900 contacts; every attended meeting is a contact', () => {
  expect(life.meetings.length).toBeGreaterThan(250);
  expect(life.meetings.length).toBeLessThan(275);
  expect(life.contacts.length).toBeGreaterThan(1800);
  expect(life.contacts.length).toBeLessThan(2000);
  const attended = life.meetings.filter(({ attendedBy }) => attendedBy.length > 0).map(({ meetingId }) => meetingId);
  expect(new Set(life.contacts.flatMap(({ meetingId }) => meetingId ?? []))).toEqual(new Set(attended));
});

test('18 groups are reached this quarter, two are planned, three are about to pass it; one passed the last', () => {
  const madeIn = (groupId: string, from: string, to: string) =>
    life.contacts.some((one) => one.groupId === groupId && one.result === 'made' && one.at >= from && one.at < to);
  const active = life.groups.filter(({ status, kind }) => status === 'active' && kind !== 'neighborhood');
  const unreached = active.filter(({ groupId }) => !madeIn(groupId, '2026-10-01', '2026-12-15'));
  expect(unreached.map(({ groupId }) => groupId).sort()).toEqual(
    [...truth.quarter.aboutToPass, ...truth.quarter.planned].sort(),
  );
  expect(active.length - unreached.length).toBe(18);
  expect(
    active.filter(({ groupId }) => !madeIn(groupId, '2026-07-01', '2026-10-01')).map(({ groupId }) => groupId),
  ).toEqual(truth.quarter.passed.map(({ groupId }) => groupId));
  expect(life.planned.map(({ groupId }) => groupId).sort()).toEqual([...truth.quarter.planned].sort());
});

test('38 promises, six of them late', () => {
  expect(life.promises).toHaveLength(38);
  expect(countOf(life.promises, ({ status, dueOn }) => status === 'open' && dueOn < TODAY)).toBe(6);
});

test('the register: 30 assessments with 140 recommendations, 9 watches of which 2 lapsed, all 14 programs with activity', () => {
  const of = (kind: string) => life.entries.filter((entry) => entry.kind === kind);
  expect(of('assessment')).toHaveLength(30);
  const Advised = z.object({ recommendations: z.array(z.unknown()) });
  expect(of('assessment').flatMap(({ fields }) => Advised.parse(fields).recommendations)).toHaveLength(140);
  expect(of('watch')).toHaveLength(9);
  expect(countOf(of('watch'), ({ status, fields }) => status === 'active' && whyLapsed(fields, TODAY).length > 0)).toBe(
    2,
  );
  expect(new Set(of('program-activity').map(({ fields }) => fields.letter)).size).toBe(14);
  expect(of('survey-wave')).toHaveLength(2);
  expect(new Set(of('training-need').map(({ fields }) => fields.sourceKind)).size).toBe(3);
  expect(Object.keys(REGISTER).filter((kind) => of(kind).length === 0)).toEqual([]);
});
