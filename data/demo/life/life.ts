import type { CallPlan } from '#data/demo/call-plan.ts';
import type { DemoCity } from '#data/demo/city.ts';
import { drawConcerns } from '#data/demo/concerns.ts';
import type { Concern, ConcernUpdate, Referral } from '#data/schema/records/concern.ts';
import type { Contact, GroupPromise, Meeting, PlannedContact } from '#data/schema/records/contact.ts';
import type { BoundaryVersion, Designation, Group, Representative } from '#data/schema/records/group.ts';
import type { Notice } from '#data/schema/records/notice.ts';
import type { Person } from '#data/schema/records/person.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import type { SweepVerdict } from '#data/schema/records/sweep.ts';
import { makeAssessments } from './assessments.ts';
import { planConcerns } from './concern-plan.ts';
import { makeUpdates } from './concern-updates.ts';
import { makeFullConcerns } from './concerns.ts';
import { makeContacts } from './contacts.ts';
import { makeDepartment } from './department.ts';
import { DESIGNATIONS } from './group-registry.ts';
import { makeBoundaryVersions, makeGroups } from './groups.ts';
import { makeLiaisons } from './liaisons.ts';
import { type DemoMail, makeMails } from './mails.ts';
import { makeMeetings } from './meetings.ts';
import { makeNotices } from './notices.ts';
import { PEOPLE } from './people.ts';
import { makePractices } from './practices.ts';
import { makeProblems } from './problems.ts';
import { makeActivities, makePrograms } from './programs.ts';
import { makeAnalysisRequests, makeProjects } from './projects.ts';
import { makePromises, PLANNED } from './promises.ts';
import { makeReferrals } from './referrals.ts';
import { makeRepresentatives } from './representatives.ts';
import { makeSurveys } from './surveys.ts';
import { makeVerdicts } from './sweeps.ts';
import { makeExplainers, makeExplainersGiven, makeNews } from './telling.ts';
import { makeWatches } from './watches.ts';

/** The city and its calls, as the records refer to them. */
export type DemoSource = { readonly city: DemoCity; readonly plan: CallPlan };

/** Thirty months of what the department and its groups told each other. */
export type DemoLife = {
  persons: readonly Person[];
  groups: readonly Group[];
  designations: readonly Designation[];
  representatives: readonly Representative[];
  boundaryVersions: readonly BoundaryVersion[];
  concerns: readonly Concern[];
  updates: readonly ConcernUpdate[];
  referrals: readonly Referral[];
  meetings: readonly Meeting[];
  contacts: readonly Contact[];
  planned: readonly PlannedContact[];
  promises: readonly GroupPromise[];
  notices: readonly Notice[];
  entries: readonly RegisterEntry[];
  verdicts: readonly SweepVerdict[];
  mails: readonly DemoMail[];
};

export function makeLife({ city, plan }: DemoSource): DemoLife {
  const { seed } = city;
  const drawn = drawConcerns(city, plan);
  const concernPlan = planConcerns(seed, drawn);
  const representatives = makeRepresentatives();
  const meetings = makeMeetings(seed);
  const concerns = makeFullConcerns(seed, drawn, concernPlan, meetings);
  const groups = makeGroups(city);
  const entries = [
    ...makeAssessments(seed),
    ...makeWatches(),
    ...makeProjects(),
    ...makeAnalysisRequests(),
    ...makeProblems(drawn),
    ...makeNews(),
    ...makeExplainers(),
    ...makeExplainersGiven(seed),
    ...makePrograms(),
    ...makeActivities(seed),
    ...makeSurveys(seed),
    ...makeLiaisons(groups),
    ...makeDepartment(concerns),
    ...makePractices(concerns),
  ];
  return {
    persons: PEOPLE,
    groups,
    designations: DESIGNATIONS,
    representatives,
    boundaryVersions: makeBoundaryVersions(city),
    concerns,
    updates: makeUpdates(seed, concerns, concernPlan),
    referrals: makeReferrals(seed, concerns),
    meetings,
    contacts: makeContacts(seed, meetings, representatives),
    planned: PLANNED,
    promises: makePromises(seed, meetings, concerns),
    notices: makeNotices(drawn, concerns, entries),
    mails: makeMails(seed, concerns, concernPlan),
    entries,
    verdicts: makeVerdicts(),
  };
}
