import { spawn } from "node:child_process";
import { once } from "node:events";
import { text as readText } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { createClaim, submitClaim } from "#lib/claims/commands.ts";
import { addComment } from "#lib/comments/commands.ts";
import { db } from "#lib/db/client.ts";
import { askForLink } from "#lib/entry-links/commands.ts";
import { startImport } from "#lib/imports/commands.ts";
import { sendMail } from "#lib/mail/send-mail.ts";
import { signIn } from "#lib/members/commands.ts";
import { notifyOfAccount } from "#lib/notifications/commands.ts";
import { ask, tokenFor } from "#lib/testing/api.ts";
import { claimOn, makeArticle, makeMember } from "#lib/testing/factories.ts";
import { type LoopbackServer, serveHttp } from "#lib/testing/loopback-server.ts";
import { startMailServer } from "#lib/testing/mail-server.ts";
import { addWebhook } from "#lib/webhooks/commands.ts";
import { watchRequest } from "./requests.ts";
import { startTelemetry } from "./telemetry.ts";

// A collector that speaks OTLP over HTTP, a request and a job: what of them leaves the process.

type Value = { stringValue?: string; intValue?: number };
type Told = {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: Value }[];
  service: string;
};
type Sent = {
  resourceSpans: {
    resource: { attributes: Told["attributes"] };
    scopeSpans: { spans: Omit<Told, "service">[] }[];
  }[];
};

const SECRET_WORDS = "Zebrafinken zahlen keine Steuern";
const SECRET_PATH = "leaked-minutes-of-the-council";
const ADDRESS = "whistle.blower@secret.example";
const OWN_WORDS = "Pinguine-haben-ein-Passwort";
const OWN_BROWSER = "Geheimfuchs/9.1";
const ELSEWHERE = "https://hooks.secret.example/T0KEN-in-the-path";
const PARENT = { traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "b7ad6b7169203331" };

const bodies: string[] = [];
const spans: Told[] = [];
let collector: LoopbackServer;
let stop: () => Promise<void>;
let token: string;
let member: Actor;

beforeAll(async () => {
  collector = await serveHttp(async (request, response) => {
    const body = await readText(request);
    bodies.push(body);
    for (const { resource, scopeSpans } of (JSON.parse(body) as Sent).resourceSpans) {
      const service = factOf(resource, "service.name");
      spans.push(...scopeSpans.flatMap((scope) => scope.spans.map((span) => ({ ...span, service }))));
    }
    response.setHeader("Content-Type", "application/json").end("{}");
  });
  vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.origin);
  // Before anything is asked of the database, as in the processes themselves.
  stop = await startTelemetry({ service: "proofmark-web" });
  member = await makeMember({ name: "Walburga Geheim" });
  token = await tokenFor(member);
});

afterAll(async () => {
  await stop();
  await collector[Symbol.asyncDispose]();
});

function factOf({ attributes }: Pick<Told, "attributes">, key: string): string {
  const value = attributes.find((each) => each.key === key)?.value;
  return String(value?.stringValue ?? value?.intValue ?? "");
}

/** The first span of that name, as soon as it has come. */
function told(name: string): Promise<Told> {
  return vi.waitFor(
    () => spans.find((each) => each.name === name) ?? Promise.reject(new Error(`no ${name}`)),
    {
      timeout: 40_000,
    },
  );
}

/** What has to be in nothing that was sent. */
function expectNothingSecret(): void {
  const all = bodies.join("\n");
  const secrets = [SECRET_PATH, ADDRESS, token, member.id, "Walburga", OWN_WORDS, OWN_BROWSER, "T0KEN"];
  for (const secret of [...SECRET_WORDS.split(" "), ...secrets]) expect(all).not.toContain(secret);
  // Nor anything else that is put into a statement by itself: what is left are names, signs and places for values.
  const statements = new Set(spans.map((span) => factOf(span, "db.query.text")));
  expect(statements.size).toBeGreaterThan(5);
  expect([...statements].filter((statement) => /'|\d{8}|@/u.test(statement))).toEqual([]);
}

test("a request's trace has its commands and statements, and nothing that anybody wrote", async () => {
  const article = await makeArticle({ actor: member, text: `The paper says: ${SECRET_WORDS}, all of them.` });
  await using site = await serveHttp((request, response) =>
    watchRequest({ request, response }, { isProxyTrusted: true, areAllLogged: false }, async () => {
      const { id } = await createClaim({
        actor: member,
        now: new Date(),
        ...claimOn(article, SECRET_WORDS),
      });
      // Refused, as it has no evidence: of that the reason is told.
      await submitClaim({ actor: member, claimId: id, now: new Date() }).catch(() => {});
      await db.$queryRaw`SELECT 1 WHERE ${ADDRESS} <> 'a literal of Zebrafinken'`;
      await ask(`GET /claims?q=${encodeURIComponent(SECRET_WORDS)}`, { token });
      response.end("done");
    }),
  );
  const traceparent = `00-${PARENT.traceId}-${PARENT.spanId}-01`;
  await (await fetch(`${site.origin}/desk/${SECRET_PATH}?q=${ADDRESS}`, { headers: { traceparent } })).text();

  const request = await told("GET");
  expect(request).toMatchObject({
    traceId: PARENT.traceId,
    parentSpanId: PARENT.spanId,
    service: "proofmark-web",
  });
  expect(factOf(request, "http.response.status_code")).toBe("200");
  const command = await told("command claim.created");
  expect(command).toMatchObject({ traceId: request.traceId, parentSpanId: request.spanId });
  const refused = spans.find(({ name }) => name === "transaction");
  expect(factOf(refused ?? command, "error.type")).toMatch(/^[a-z_]+$/);
  const inserted = spans.find((each) =>
    factOf(each, "db.query.text").startsWith('INSERT INTO "public"."claims"'),
  );
  expect(inserted).toMatchObject({ parentSpanId: command.spanId, traceId: request.traceId });
  expect(await told("operation listClaims")).toMatchObject({ traceId: request.traceId });
  expectNothingSecret();
});

test("what is typed to sign in, mailed, said and sent on is in no span either", async () => {
  const mail = await startMailServer();
  vi.stubEnv("SMTP_URL", mail.url);
  vi.stubEnv("MAIL_FROM", "Desk <desk@example.org>");
  await makeMember({ email: ADDRESS });
  const admin = await makeMember({ role: "admin" });
  const article = await makeArticle({ actor: member });
  const now = new Date();
  const sender = "198.51.100.7";
  await using site = await serveHttp((request, response) =>
    watchRequest({ request, response }, { isProxyTrusted: false, areAllLogged: false }, async () => {
      const typed = {
        email: ADDRESS,
        password: OWN_WORDS,
        sender,
        browserId: null,
        userAgent: OWN_BROWSER,
        now,
      };
      await signIn(typed).catch(() => {});
      await askForLink({ email: ADDRESS, kind: "sign_in", sender, now });
      const change = { memberId: member.id, kind: "password_changed", userAgent: OWN_BROWSER, now } as const;
      await db.$transaction((tx) => notifyOfAccount(tx, change));
      await addComment({ actor: member, articleId: article.id, body: SECRET_WORDS, now });
      await addWebhook({ actor: admin, url: ELSEWHERE, events: ["claim.published"], now });
      const to = { name: "Walburga", address: ADDRESS };
      mail.refuse(1);
      const letter = { to, subject: SECRET_WORDS, text: OWN_WORDS, messageId: "<one@example.org>" };
      await sendMail(letter).catch(() => {});
      response.end("done");
    }),
  );
  const before = spans.length;
  await (await fetch(`${site.origin}/${SECRET_PATH}`, { method: "POST" })).text();
  await told("mail");
  await told("POST");
  expect(spans.length).toBeGreaterThan(before + 10);
  expectNothingSecret();
  await mail.close();
});

test("without a proxy that is trusted a trace is the product's own", async () => {
  await using site = await serveHttp((request, response) =>
    watchRequest({ request, response }, { isProxyTrusted: false, areAllLogged: false }, () => {
      response.writeHead(201).end();
    }),
  );
  const traceparent = `00-${"c".repeat(32)}-${PARENT.spanId}-01`;
  // Where no page is: the name has no route, whether there is a build or not.
  await (await fetch(`${site.origin}/${SECRET_PATH}`, { method: "PUT", headers: { traceparent } })).text();
  const request = await told("PUT");
  expect(request.traceId).not.toBe("c".repeat(32));
  expect(request.parentSpanId ?? "").toBe("");
});

test("a job of the worker is a trace, with the hosts it asks and nothing of what it reads", async () => {
  const page = `<article><h1>News</h1><p>${`It says ${SECRET_WORDS} and more. `.repeat(20)}</p></article>`;
  await using site = await serveHttp((_, response) => {
    response.setHeader("Content-Type", "text/html").end(page);
  });
  await startImport({
    actor: member,
    kind: "url",
    url: `${site.origin}/${SECRET_PATH}`,
    original: null,
    articleId: null,
    now: new Date(),
  });
  const worker = spawn(process.execPath, ["--conditions=react-server", "lib/jobs/worker.ts"], {
    env: {
      ...process.env,
      FETCH_ALLOWED_HOSTS: site.entry,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin,
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  try {
    const job = await told("job imports.run");
    expect(job.service).toBe("proofmark-worker");
    const asked = spans.find(
      (each) => each.traceId === job.traceId && factOf(each, "server.address") === "127.0.0.1",
    );
    expect(factOf(asked ?? job, "http.response.status_code")).toBe("200");
    expectNothingSecret();
  } finally {
    const ended = once(worker, "exit");
    worker.kill();
    await ended;
  }
}, 60_000);
