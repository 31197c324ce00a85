import { createServer, type Server } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ActionState } from "#lib/action.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { askForLinkAction } from "#lib/entry-links/actions.ts";
import { resetPassword, signInByLink } from "#lib/entry-links/commands.ts";
import { sendEntryLink } from "#lib/entry-links/jobs.ts";
import { inviteMemberAction } from "#lib/invitations/actions.ts";
import { acceptInvitation } from "#lib/invitations/commands.ts";
import { sendInvitation } from "#lib/invitations/jobs.ts";
import { disableMember } from "#lib/members/commands.ts";
import { makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { type MailServer, startMailServer, textOf } from "#lib/testing/mail-server.ts";
import { askAs } from "#lib/testing/request.ts";
import { resetDb } from "#lib/testing/reset-db.ts";

// Letters with links that let somebody in, from the form to a mail server that takes them, and to those that do not.

const EMAIL = "ben@desk.example";
const PASSWORD = "five other words in order";

let server: MailServer;
let admin: Actor;

beforeEach(async () => {
  await resetDb();
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name IN ('entry-links.send', 'invitations.send')`;
  await makeNewsroom({ name: "The Daily Check" });
  admin = await makeMember({ role: "admin", name: "Ada Admin" });
  await makeMember({ name: "Ben Reporter", email: EMAIL });
  server = await startMailServer();
  vi.stubEnv("SMTP_URL", server.url);
  vi.stubEnv("MAIL_FROM", "Desk <desk@example.org>");
});
afterEach(async () => {
  vi.useRealTimers();
  await server.close();
});

type Action = (before: ActionState, form: FormData) => Promise<ActionState>;

/** What the browser is told: where it is led, or why it is not. */
async function send(action: Action, fields: Record<string, string>): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    return JSON.stringify(await action({ status: "idle" }, form));
  } catch (error) {
    if (error instanceof Error && "digest" in error) return String(error.digest);
    throw error;
  }
}

type Kind = "reset" | "sign_in" | "invitation";

/** Asks for a letter the way people do, and answers what they are told. */
async function ask(kind: Kind, email: string): Promise<string> {
  await askAs(kind === "invitation" ? admin : null);
  if (kind !== "invitation") return send(askForLinkAction, { kind, email });
  return send(inviteMemberAction, { email, role: "reviewer" });
}

type Job = { id: string; name: string; data: { linkId: string } & { invitationId: string } };
const listJobs = () => db.$queryRaw<Job[]>`
  SELECT id::text, name, data FROM pgboss.job WHERE name IN ('entry-links.send', 'invitations.send') ORDER BY created_on`;

/** Does what a worker does with the jobs there are; those that fail stay. */
async function work(): Promise<{ failed: number }> {
  let failed = 0;
  for (const { id, name, data } of await listJobs()) {
    try {
      await (name === "invitations.send" ? sendInvitation(data) : sendEntryLink(data));
      await db.$executeRaw`DELETE FROM pgboss.job WHERE id = ${id}::uuid`;
    } catch {
      failed += 1;
    }
  }
  return { failed };
}

/** The key in the only letter there is, which says whom it is to and where the link leads. */
function keyIn(path: string, to: string): string {
  expect(server.received.map((letter) => letter.to)).toEqual([to]);
  const [letter] = server.received;
  const text = textOf(letter ?? { data: "" });
  expect(text).toContain("The Daily Check");
  const [, key = ""] = new RegExp(`^http://localhost:3000${path}/([\\w-]{65})$`, "mu").exec(text) ?? [];
  return key;
}

const now = () => new Date();

const LETTERS: readonly {
  kind: Kind;
  path: string;
  to: string;
  use: (linkKey: string) => Promise<unknown>;
}[] = [
  {
    ...{ kind: "reset", path: "/reset", to: EMAIL },
    use: (linkKey) => resetPassword({ linkKey, newPassword: PASSWORD, dropPasskeys: false, now: now() }),
  },
  {
    ...{ kind: "sign_in", path: "/sign-in", to: EMAIL },
    use: (linkKey) => signInByLink({ linkKey, userAgent: null, now: now() }),
  },
  {
    ...{ kind: "invitation", path: "/invite", to: "new@desk.example" },
    use: (linkKey) => acceptInvitation({ linkKey, name: "New Person", password: PASSWORD, now: now() }),
  },
];

/** Listens, and never says a word. */
async function startSilentServer(): Promise<Server> {
  const silent = createServer((socket) => socket.on("error", () => {}));
  await new Promise<void>((listening) => silent.listen(0, "127.0.0.1", listening));
  return silent;
}

describe.each(LETTERS)("the letter of $kind", ({ kind, path, to, use }) => {
  test("brings a link that lets its reader in, and reaches nobody else", async () => {
    await ask(kind, to);
    expect(await work()).toEqual({ failed: 0 });
    await use(keyIn(path, to));
    const head = server.received[0]?.data.split("\n\n", 1)[0];
    expect(head).toMatch(/^From: Desk <desk@example.org>$/mu);
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/mu);
  });

  test("is asked for in the same words when the server turns it away, and comes once it does not", async () => {
    const said = await ask(kind, to);
    server.refuse(1);
    expect([await work(), server.received]).toEqual([{ failed: 1 }, []]);
    await work();
    await use(keyIn(path, to));
    expect(said).toMatch(/^NEXT_REDIRECT;/u);
  });

  test("comes once the server is there, if it was not", async () => {
    const { url } = server;
    vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:1");
    await ask(kind, to);
    expect(await work()).toEqual({ failed: 1 });
    vi.stubEnv("SMTP_URL", url);
    await work();
    await use(keyIn(path, to));
  });

  test("is given up for now when the server says nothing, and comes from one that does", async () => {
    const { url } = server;
    const silent = await startSilentServer();
    const address = silent.address();
    if (address === null || typeof address === "string") throw new Error("The server has no port");
    vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${address.port}`);
    await ask(kind, to);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let done: { failed: number } | null = null;
    const working = work().then((outcome) => {
      done = outcome;
    });
    while (done === null) {
      // What is between comes from sockets.
      await new Promise((other) => setImmediate(other));
      await vi.advanceTimersByTimeAsync(100);
    }
    await working;
    vi.useRealTimers();
    silent.close();
    expect(done).toEqual({ failed: 1 });
    vi.stubEnv("SMTP_URL", url);
    await work();
    await use(keyIn(path, to));
  });
});

describe.each(["reset", "sign_in"] as const)("whoever asks for a letter of %s", (kind) => {
  test("is told the same whether anybody has the address, and only who may come in gets one", async () => {
    const away = await makeMember({ email: "away@desk.example" });
    await disableMember({ actor: admin, memberId: away.id, now: now() });
    const said = [];
    for (const email of [EMAIL, "nobody@desk.example", "away@desk.example"])
      said.push(await ask(kind, email));
    expect(new Set(said).size).toBe(1);
    expect(await listJobs()).toHaveLength(3);
    expect(await work()).toEqual({ failed: 0 });
    expect(server.received.map((letter) => letter.to)).toEqual([EMAIL]);
  });

  test("waits for no mail server: the letter is not sent before the answer", async () => {
    await ask(kind, EMAIL);
    expect(server.received).toEqual([]);
  });

  test("finds nothing where no e-mail is set up", async () => {
    vi.stubEnv("SMTP_URL", "");
    expect(await ask(kind, EMAIL)).toContain("not_found");
    expect(await listJobs()).toEqual([]);
  });
});

test("an invitation to a member's address is told apart, to an admin alone", async () => {
  expect(await ask("invitation", EMAIL)).toContain("email_taken");
  expect(await listJobs()).toEqual([]);
});
