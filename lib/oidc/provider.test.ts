import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import { serveHttp } from "#lib/testing/loopback-server.ts";
import { finishAtProvider, type Vouched } from "./provider.ts";

// A provider that is broken, or no longer who it was: it vouches for nobody. lib/single-sign-on has a real one.

const OURS = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const THEIRS = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const ASKED = { state: "a-state", nonce: "a-nonce", verifier: "v".repeat(43) };
const CLIENT_ID = "proofmark";

type Broken = {
  /** What its token says besides, or instead. */
  claims?: object;
  /** Whom it says to be when it is asked what it is. */
  calledItself?: string;
  /** Signs it; null: nobody does. */
  key?: KeyObject | null;
  /** Statuses of what is asked of it; 0: it hangs up. */
  token?: number;
  keys?: number;
};

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

function tokenOf(issuer: string, { claims = {}, key = OURS.privateKey }: Broken): string {
  const now = Math.floor(Date.now() / 1_000);
  const said = {
    iss: issuer,
    sub: "ada",
    aud: CLIENT_ID,
    nonce: ASKED.nonce,
    iat: now,
    exp: now + 60,
    email: "a@b.c",
  };
  const body = `${part({ alg: key ? "RS256" : "none", kid: "1" })}.${part({ ...said, ...claims })}`;
  return `${body}.${key ? createSign("RSA-SHA256").update(body).sign(key, "base64url") : ""}`;
}

async function comeBack(broken: Broken): Promise<Vouched> {
  await using server = await serveHttp((request, response) => {
    const issuer = `http://${request.headers.host}`;
    const answer = (status: number, body: object) => {
      if (status === 0) request.destroy();
      else response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    if (request.url === "/token") {
      const token = { access_token: "x", token_type: "bearer", id_token: tokenOf(issuer, broken) };
      answer(broken.token ?? 200, token);
    } else if (request.url === "/keys") {
      const key = { ...OURS.publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" };
      answer(broken.keys ?? 200, { keys: [key] });
    } else {
      const at = (path: string) => `${issuer}${path}`;
      answer(200, {
        issuer: broken.calledItself ?? issuer,
        ...{ authorization_endpoint: at("/auth"), token_endpoint: at("/token"), jwks_uri: at("/keys") },
      });
    }
  });
  const provider = {
    issuer: server.origin,
    clientId: CLIENT_ID,
    clientSecret: "s",
    redirectUri: "http://localhost/back",
  };
  const answer = new URLSearchParams({ code: "c", state: ASKED.state });
  return await finishAtProvider(provider, { asked: ASKED, answer });
}

test("one that is whole vouches for who is back", async () => {
  const vouched = await comeBack({});
  expect(vouched).toMatchObject({ subject: "ada", email: "a@b.c" });
  // Its tokens go no further than the code that asked for them.
  expect(Object.keys(vouched).toSorted()).toEqual(["email", "emailVerified", "issuer", "name", "subject"]);
});

const LONG_AGO = Math.floor(Date.now() / 1_000) - 3_600;

test.each<[string, Broken, string]>([
  ["signs with a key it does not publish", { key: THEIRS.privateKey }, "provider_wrong"],
  ["does not sign", { key: null }, "provider_wrong"],
  ["speaks for another", { claims: { iss: "https://elsewhere.example" } }, "provider_wrong"],
  ["says that it is another", { calledItself: "https://elsewhere.example" }, "provider_wrong"],
  ["speaks to another", { claims: { aud: "another-program" } }, "provider_wrong"],
  ["spoke long ago", { claims: { iat: LONG_AGO, exp: LONG_AGO + 60 } }, "provider_wrong"],
  ["answers another sign-in", { claims: { nonce: "another" } }, "provider_wrong"],
  ["fails when asked for a token", { token: 500 }, "provider_wrong"],
  ["fails when asked for its keys", { keys: 500 }, "provider_wrong"],
  ["hangs up when asked for a token", { token: 0 }, "provider_unreachable"],
  ["hangs up when asked for its keys", { keys: 0 }, "provider_unreachable"],
])("one that %s vouches for nobody", async (_, broken, reason) => {
  const refused = await comeBack(broken).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(AppError);
  expect((refused as AppError).reason).toBe(reason);
});
