import { beforeEach, expect, test, vi } from "vitest";
import { changePasswordAction } from "#lib/account/actions.ts";
import type { ActionState } from "#lib/action.ts";
import { db } from "#lib/db/client.ts";
import { resetPasswordAction, signInByLinkAction } from "#lib/entry-links/actions.ts";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { finishSignInAction, signInAction } from "#lib/members/actions.ts";
import { loadMembers } from "#lib/members/loaders.ts";
import { makeMember, makeNewsroom, makeSignInKey } from "#lib/testing/factories.ts";
import { askAs } from "#lib/testing/request.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { hashPassword } from "./passwords.ts";
import { noteRefused } from "./refusals.ts";

const EMAIL = "ben@desk.example";
const SECRETS = ["four words in a row", "not the password"];

type Action = (before: ActionState, form: FormData) => Promise<ActionState>;
type Line = { reason: string; account?: string; memberId?: string; sender?: string };

let lines: Line[];
beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
  await makeMember({ email: EMAIL, passwordHash: await hashPassword("four words in a row") });
  await askAs(null);
  lines = [];
  vi.spyOn(log, "warn").mockImplementation((line: unknown, message?: unknown) => {
    if (message === "refused") lines.push(line as Line);
  });
});

async function send(action: Action, fields: Record<string, string>): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  await action({ status: "idle" }, form).catch((error: unknown) => {
    if (!(error instanceof Error && "digest" in error)) throw error;
  });
}
const signIn = (email: string, password = "not the password") => send(signInAction, { email, password });

test("a failed sign-in is written down by its reason, the account as the same hash however it was typed", async () => {
  await signIn(EMAIL);
  await signIn(" Ben@Desk.example ");
  await signIn("nobody@desk.example");
  expect(lines.map(({ reason }) => reason)).toEqual(Array<string>(3).fill("wrong_email_or_password"));
  const [first, second, other] = lines.map(({ account }) => account);
  expect(first).toMatch(/^[\w-]{22}$/u);
  expect(second).toBe(first);
  expect(other).not.toBe(first);
  expect(lines[0]?.sender).toMatch(/^[\w-]{22}$/u);
  const written = JSON.stringify(lines).toLowerCase();
  for (const secret of [...SECRETS, "desk.example", "ben@"]) expect(written).not.toContain(secret);
});

test("one that works leaves no such line, and neither does a form that is only filled in wrongly", async () => {
  await signIn(EMAIL, "four words in a row");
  await signIn("", "");
  expect(lines).toEqual([]);
  const signedIn = await db.auditEvent.findMany({ where: { action: "member.signed_in" } });
  expect(signedIn.map(({ data }) => data)).toEqual([{ by: "password", secondStep: null }]);
});

test("guesses beyond the limit are written down too", async () => {
  for (let at = 0; at < 12; at += 1) await signIn(EMAIL);
  expect(lines.map(({ reason }) => reason).slice(-3)).toEqual([
    "wrong_email_or_password",
    ...["too_many_guesses", "too_many_guesses"],
  ]);
});

test("a code for nobody, links that are none and links that were used are written down without their keys", async () => {
  const { key } = await makeSignInKey(await makeMember());
  await send(finishSignInAction, { code: "123456" });
  await send(resetPasswordAction, { linkKey: "A".repeat(65), newPassword: "some words nobody has" });
  await send(signInByLinkAction, { linkKey: key });
  await send(signInByLinkAction, { linkKey: key });
  expect(lines.map(({ reason }) => reason)).toEqual(["second_step_over", "link_unknown", "link_used"]);
  expect(JSON.stringify(lines)).not.toContain(key);
});

test("who is not allowed what they ask for is written down with who it is and what it was", async () => {
  const reporter = await makeMember({ role: "reporter" });
  await askAs(reporter);
  await expect(loadMembers(Promise.resolve({}))).rejects.toThrow();
  expect(lines).toEqual([{ reason: "not_found", memberId: reporter.id, permission: "members.edit" }]);
  lines = [];
  await send(changePasswordAction, { password: "not the password", newPassword: "some words nobody has" });
  expect(lines).toMatchObject([{ reason: "wrong_password", memberId: reporter.id }]);
  await noteRefused(new AppError("own_claim"));
  expect(lines.at(-1)).toMatchObject({ reason: "own_claim", memberId: reporter.id });
});

test("what has nothing to do with who one is, is not", async () => {
  for (const error of [new AppError("stale_version"), new AppError("not_found"), new Error("broken")]) {
    await noteRefused(error);
  }
  expect(lines).toEqual([]);
});
