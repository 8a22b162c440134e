import type { GenericOAuthConfig } from 'better-auth/plugins';

/** The department's own sign-on (OIDC), as the environment tells it. */
export type SignOn = {
  readonly providerId: string;
  readonly title: string; // on the button
  readonly config: GenericOAuthConfig;
};
