import {
  AuthorizationResponseError,
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  calculatePKCECodeChallenge,
  customFetch,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  getValidatedIdTokenClaims,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  processUserInfoResponse,
  userInfoRequest,
  validateApplicationLevelSignature,
  validateAuthResponse,
} from "oauth4webapi";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { traced } from "#lib/tracing.ts";

/** A sign-in provider, as the administrator set it up. */
export type Provider = { issuer: string; clientId: string; clientSecret: string; redirectUri: string };

/** What is compared when somebody is back. Known to their browser alone, encrypted. */
export type Asked = { state: string; nonce: string; verifier: string };

/** What the provider says of whoever is back; `issuer` and `subject` are proved, the rest is as it came. */
export type Vouched = {
  issuer: string;
  subject: string;
  email: unknown;
  emailVerified: unknown;
  name: unknown;
};

/** Milliseconds for one answer, its end included; bytes of one. */
const PATIENCE = 10_000;
const MOST_BYTES = 1_000_000;
/** Milliseconds that is kept what a provider says of itself. */
const KEPT = 3_600_000;

/**
 * Sends somebody to the provider: where, and what has to fit when they are back (authorization code with PKCE).
 * Throws `provider_unreachable`.
 */
export async function beginAtProvider(provider: Provider): Promise<{ url: string; asked: Asked }> {
  const server = await knownServer(provider);
  if (!server.authorization_endpoint) throw wrong(new Error("No authorization_endpoint"));
  const asked = {
    state: generateRandomState(),
    nonce: generateRandomNonce(),
    verifier: generateRandomCodeVerifier(),
  };
  const url = new URL(server.authorization_endpoint);
  for (const [name, value] of Object.entries({
    client_id: provider.clientId,
    redirect_uri: provider.redirectUri,
    response_type: "code",
    scope: "openid email profile",
    state: asked.state,
    nonce: asked.nonce,
    code_challenge: await calculatePKCECodeChallenge(asked.verifier),
    code_challenge_method: "S256",
  })) {
    url.searchParams.set(name, value);
  }
  return { url: url.href, asked };
}

/**
 * Who is back, by what the provider signed for this browser and this sign-in. Throws `provider_cancelled`,
 * `provider_too_late`, `provider_wrong` or `provider_unreachable`.
 */
export async function finishAtProvider(
  provider: Provider,
  { asked, answer }: { asked: Asked; answer: URLSearchParams },
): Promise<Vouched> {
  // Before the provider is asked anything: whoever came by another way is none of its business.
  if (answer.get("state") !== asked.state) throw new AppError("provider_too_late");
  const server = await knownServer(provider);
  try {
    return await exchange(provider, { server, asked, answer });
  } catch (error) {
    throw failureOf(error);
  }
}

type Exchange = { server: AuthorizationServer; asked: Asked; answer: URLSearchParams };

async function exchange(provider: Provider, { server, asked, answer }: Exchange): Promise<Vouched> {
  const client = { client_id: provider.clientId };
  const options = optionsOf(provider);
  const params = validateAuthResponse(server, client, answer, asked.state);
  const response = await authorizationCodeGrantRequest(
    ...([server, client, clientAuth(server, provider), params] as const),
    ...([provider.redirectUri, asked.verifier, options] as const),
  );
  const tokens = await processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: asked.nonce,
    requireIdToken: true,
  });
  await validateApplicationLevelSignature(server, response, options);
  const claims = getValidatedIdTokenClaims(tokens);
  if (!claims) throw new Error("No id_token");
  // Many tell more than who it is only when they are asked again.
  const more =
    claims.email === undefined && server.userinfo_endpoint
      ? await processUserInfoResponse(
          ...([server, client, claims.sub] as const),
          await userInfoRequest(server, client, tokens.access_token, options),
        )
      : {};
  const said: Record<string, unknown> = { ...claims, ...more };
  const { email, email_verified: emailVerified, name } = said;
  return { issuer: server.issuer, subject: claims.sub, email, emailVerified, name };
}

/** Providers that know both ways mostly read the secret in the body as it is, and in the header each their own way. */
function clientAuth(server: AuthorizationServer, { clientSecret }: Provider): ClientAuth {
  const isPost = server.token_endpoint_auth_methods_supported?.includes("client_secret_post");
  return isPost ? ClientSecretPost(clientSecret) : ClientSecretBasic(clientSecret);
}

let known: { issuer: string; until: number; server: Promise<AuthorizationServer> } | undefined;

/** What the provider says of itself, asked once an hour. A failure is not kept. */
async function knownServer(provider: Provider): Promise<AuthorizationServer> {
  if (known?.issuer !== provider.issuer || known.until <= Date.now()) {
    known = { issuer: provider.issuer, until: Date.now() + KEPT, server: discover(provider) };
  }
  const asked = known;
  try {
    return await asked.server;
  } catch (error) {
    if (known === asked) known = undefined;
    throw failureOf(error);
  }
}

async function discover(provider: Provider): Promise<AuthorizationServer> {
  const issuer = new URL(provider.issuer);
  const response = await discoveryRequest(issuer, { algorithm: "oidc", ...optionsOf(provider) });
  if (response.status >= 500) throw unreachable(new Error(`The provider answered ${response.status}`));
  return processDiscoveryResponse(issuer, response);
}

const optionsOf = ({ issuer }: Provider) => ({
  [customFetch]: boundedFetch,
  // The settings take http on this machine only.
  [allowInsecureRequests]: issuer.startsWith("http:"),
});

type Asking = { method: string; headers: Record<string, string>; body?: URLSearchParams | undefined };

/**
 * The addresses are the administrator's and those of the provider they trust, not what somebody typed, so they do not go
 * through lib/fetching: bounded in time and size, and never led elsewhere.
 */
function boundedFetch(url: string, asking: Asking): Promise<Response> {
  const facts = { "http.request.method": asking.method, "server.address": new URL(url).hostname };
  return traced({ name: asking.method, kind: "client", facts }, () => fetchOnce(url, asking));
}

async function fetchOnce(url: string, { method, headers: sent, body }: Asking): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const request = { method, headers: sent, body: body ?? null, signal };
    const response = await fetch(url, { ...request, redirect: "manual" });
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      size += part.byteLength;
      if (size > MOST_BYTES) throw new Error("The provider answered too much");
      parts.push(part);
    }
    const { status, headers } = response;
    const answer = new Response(status === 204 || status === 304 ? null : new Blob(parts), {
      status,
      headers,
    });
    // Signatures are looked for by where an answer came from.
    Object.defineProperty(answer, "url", { value: response.url });
    return answer;
  } catch (error) {
    throw unreachable(error);
  }
}

const unreachable = (cause: unknown) => told(new AppError("provider_unreachable", { cause }), cause);
const wrong = (cause: unknown) => told(new AppError("provider_wrong", { cause }), cause);

function failureOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof AuthorizationResponseError && error.error === "access_denied")
    return new AppError("provider_cancelled", { cause: error });
  return wrong(error);
}

/** For whoever set it up. Causes may hold tokens and stay out of the log. */
function told(failure: AppError, cause: unknown): AppError {
  const { message, code } = cause as { message?: unknown; code?: unknown };
  log.warn({ reason: failure.reason, message, code }, "signing in with the provider failed");
  return failure;
}
