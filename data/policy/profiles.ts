import { PolicyProfile } from '#data/schema/policy.ts';
import andover from './andover-p3103.json' with { type: 'json' };
import asheville from './asheville-1902.json' with { type: 'json' };

/** The policies we ship, as data. Which are in force is the department's choice. */
export const POLICY_PROFILES: readonly PolicyProfile[] = [asheville, andover].map((profile) =>
  PolicyProfile.parse(profile),
);

export const profileOf = (profileId: string): PolicyProfile | undefined =>
  POLICY_PROFILES.find((profile) => profile.profileId === profileId);

const CLAUSES = new Map(POLICY_PROFILES.flatMap(({ clauses }) => clauses.map((each) => [each.clause, each] as const)));

/** A clause by its number: none is in two of our policies. */
export const clauseOf = (clause: string): PolicyProfile['clauses'][number] | undefined => CLAUSES.get(clause);
