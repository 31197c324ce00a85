import { env } from "#lib/env.ts";
import type { Provider } from "./provider.ts";

/** Where the provider sends people back to. It has to be told so beforehand. */
const CALLBACK = "/api/auth/oidc/callback";

/** The sign-in provider that is set up; null: there is none. */
export function configuredProvider(): Provider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === "") return null;
  return { issuer, clientId, clientSecret, redirectUri: `${env.PUBLIC_URL}${CALLBACK}` };
}
