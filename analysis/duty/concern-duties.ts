import { addDays } from '#analysis/shared/days.ts';
import type { Duty } from '#data/schema/policy.ts';
import type { Concern, Referral } from '#data/schema/records/concern.ts';
import type { GroupPromise } from '#data/schema/records/contact.ts';
import { type DutyScene, holdersOf, openState } from './duty-state.ts';
import { earlierOf } from './spans.ts';

export type ConcernRows = {
  readonly concerns: readonly Pick<Concern, 'concernId' | 'title' | 'status' | 'ownerId' | 'heardAt' | 'lastToldOn'>[];
  readonly referrals: readonly Pick<
    Referral,
    'referralId' | 'concernId' | 'to' | 'status' | 'referredOn' | 'expectedBy'
  >[];
  readonly promises: readonly Pick<
    GroupPromise,
    'promiseId' | 'words' | 'status' | 'ownerId' | 'promisedOn' | 'dueOn'
  >[];
};

/** A new concern is taken up, an open one answered, a referral watched, a promise kept. */
export function findConcernDuties(scene: DutyScene, { concerns, referrals, promises }: ConcernRows): Duty[] {
  const open = concerns.filter(({ status }) => status !== 'closed');
  const ownerOf = new Map(concerns.map(({ concernId, ownerId }) => [concernId, ownerId]));
  return [
    ...open.filter(({ ownerId }) => ownerId === null).map((concern) => conveyDuty(scene, concern)),
    ...open.filter(({ ownerId }) => ownerId !== null).map((concern) => answerDuty(scene, concern)),
    ...referrals
      .filter(({ status }) => status === 'waiting')
      .map((referral) => watchDuty(scene, referral, ownerOf.get(referral.concernId) ?? null)),
    ...promises.filter(({ status }) => status === 'open').map((promise) => promiseDuty(scene, promise)),
  ];
}

type AnyConcern = ConcernRows['concerns'][number];

function conveyDuty(scene: DutyScene, { concernId, title, heardAt }: AnyConcern): Duty {
  const heardOn = heardAt.slice(0, 10);
  const dueOn = addDays(heardOn, scene.choices.concernTriageDays);
  return {
    ...openDuty(scene, heardOn, dueOn),
    dutyId: `V.B.2.e/${concernId}`,
    clause: 'V.B.2.e',
    what: `Take up ${named(concernId, title)}`,
    subject: concernId,
    owes: holdersOf(scene, 'coordinator'),
  };
}

/** Every concern reaches a visible answer, or a visible "open since". */
function answerDuty(scene: DutyScene, { concernId, title, ownerId, heardAt, lastToldOn }: AnyConcern): Duty {
  const heardOn = heardAt.slice(0, 10);
  const dueOn = addDays(lastToldOn ?? heardOn, scene.choices.answerWithinDays);
  return {
    ...openDuty(scene, heardOn, dueOn),
    dutyId: `A.6/${concernId}`,
    clause: 'A.6',
    what: `Tell the group about ${named(concernId, title)}`,
    subject: concernId,
    owes: ownerId === null ? [] : [ownerId],
  };
}

/** Our own nudges end no silence; only an answer does. */
function watchDuty(scene: DutyScene, referral: ConcernRows['referrals'][number], ownerId: string | null): Duty {
  const { referralId, to, concernId, referredOn, expectedBy } = referral;
  const silentOn = addDays(referredOn, scene.choices.referralSilentDays);
  const dueOn = earlierOf(expectedBy, silentOn);
  return {
    ...openDuty(scene, referredOn, dueOn),
    dutyId: `A.7/${referralId}`,
    clause: 'A.7',
    what: `Status of ${referralId} from ${to}, for ${concernId}`,
    subject: referralId,
    owes: ownerId === null ? holdersOf(scene, 'coordinator') : [ownerId],
  };
}

function promiseDuty(scene: DutyScene, promise: ConcernRows['promises'][number]): Duty {
  return {
    ...openDuty(scene, promise.promisedOn, promise.dueOn),
    dutyId: `A.6/${promise.promiseId}`,
    clause: 'A.6',
    what: `Promised: ${promise.words}`,
    subject: promise.promiseId,
    owes: [promise.ownerId],
  };
}

const named = (concernId: string, title: string): string => (title === '' ? concernId : `${concernId}, ${title}`);

const openDuty = ({ today }: DutyScene, startsOn: string, dueOn: string) => ({
  state: openState(dueOn, today),
  startsOn,
  dueOn,
  doneOn: null,
  proof: [],
});
