import type { GenericOAuthConfig } from 'better-auth/plugins';
import { Role } from '#data/schema/release-level.ts';
import { UsageError } from '#server/errors.ts';
import { settleSignedOn } from '#server/store/accounts.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';

/** The department's own sign-on (OIDC), as the environment tells it. */
export type SignOn = {
  readonly providerId: string;
  readonly title: string; // on the button
  readonly config: GenericOAuthConfig;
};

const PROVIDER = 'department';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads COMMONBEAT_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET, _TITLE, _GROUPS_CLAIM and _ROLES
 * ("PD-Analysts=analyst, PD-CRO=officer": the first that fits a person's groups is their role).
 */
export function signOnFrom(env: Environment, records: RecordStore, nowLocal: () => string): SignOn | null {
  const issuer = env.COMMONBEAT_OIDC_ISSUER;
  if (issuer === undefined || issuer === '') return null;
  const roles = readRoles(needed(env, 'COMMONBEAT_OIDC_ROLES'));
  const claim = env.COMMONBEAT_OIDC_GROUPS_CLAIM ?? 'groups';
  return {
    providerId: PROVIDER,
    title: env.COMMONBEAT_OIDC_TITLE ?? 'your department',
    config: {
      providerId: PROVIDER,
      discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      requireIdTokenVerification: true,
      clientId: needed(env, 'COMMONBEAT_OIDC_CLIENT_ID'),
      clientSecret: needed(env, 'COMMONBEAT_OIDC_CLIENT_SECRET'),
      scopes: ['openid', 'email', 'profile', ...(claim === 'groups' ? ['groups'] : [])],
      mapProfileToUser: async (profile) => {
        const email = String(profile.email ?? '').toLowerCase();
        const role = roleOf(profile[claim], roles);
        if (email === '') throw new Error('the sign-on told no e-mail address');
        if (profile.email_verified === false) throw new Error('the sign-on does not vouch for the e-mail address');
        if (role === null) throw new Error('none of the groups of this person has a role here');
        const name = String(profile.name ?? email);
        const personId = await settleSignedOn(records, systemActing(nowLocal()), { email, name, role });
        return { email, emailVerified: true, name, personId };
      },
    },
  };
}

type GroupRole = { readonly group: string; readonly role: Role };

/** The role of the first rule whose group the person is in. */
export function roleOf(claimed: unknown, rules: readonly GroupRole[]): Role | null {
  const groups = new Set(Array.isArray(claimed) ? claimed.map(String) : typeof claimed === 'string' ? [claimed] : []);
  return rules.find(({ group }) => groups.has(group))?.role ?? null;
}

const OF_PEOPLE = Role.exclude(['wall']);

export function readRoles(text: string): GroupRole[] {
  return text.split(',').map((rule) => {
    const at = rule.lastIndexOf('=');
    const said = rule.slice(at + 1).trim();
    if (said === 'wall') {
      throw new UsageError(
        `COMMONBEAT_OIDC_ROLES: "${rule.trim()}": a screen on a wall signs on nowhere, it is paired under Screens`,
      );
    }
    const role = OF_PEOPLE.safeParse(said);
    if (at < 1 || !role.success) {
      throw new UsageError(
        `COMMONBEAT_OIDC_ROLES: "${rule.trim()}" is not group=role; roles are ${OF_PEOPLE.options.join(', ')}`,
      );
    }
    return { group: rule.slice(0, at).trim(), role: role.data };
  });
}

function needed(env: Environment, name: string): string {
  const value = env[name];
  if (value) return value;
  throw new UsageError(`${name} is missing: COMMONBEAT_OIDC_ISSUER is set, so the sign-on needs it`);
}
