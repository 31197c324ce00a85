import { randomUUID } from "node:crypto";
import { globSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { ActionState } from "#lib/action.ts";
import type { Actor } from "#lib/auth/policy.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import { addComment } from "#lib/comments/commands.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/input.ts";
import { lastChanges } from "#lib/reviews/queries.ts";
import {
  APART,
  FITTING,
  type Field,
  type Fields,
  listActionFields,
  NOBODY,
  OWN,
} from "#lib/testing/action-fields.ts";
import {
  type MadeClaim,
  makeClaim,
  makeEvidence,
  makeInvitation,
  makeMember,
  makeNewsroom,
  makeResetKey,
  makeSignInKey,
  makeSnapshot,
  sourceOf,
} from "#lib/testing/factories.ts";
import { askAs } from "#lib/testing/request.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { saveView } from "#lib/views/commands.ts";

// Every server action, sent by hand what no screen sends. The lists are the code's own: actions as lib/<noun>/actions.ts
// exports them, their fields as the schemas have them that they name.

type Run = (before: ActionState, form: FormData) => Promise<ActionState>;
type Action = { name: string; run: Run; fields: Field[] };

async function modulesOf(pattern: string): Promise<Record<string, unknown>[]> {
  return Promise.all(
    globSync(pattern).map((file) => import(resolve(file)) as Promise<Record<string, unknown>>),
  );
}

async function listActions(): Promise<Action[]> {
  const runs: Record<string, Run> = Object.assign({}, ...(await modulesOf("lib/*/actions.ts")));
  return [...(await listActionFields())].map(([name, fields]) => {
    const run = runs[name];
    if (!run) throw new Error(`${name} is no action`);
    return { name, run, fields: [...fields.keys()] };
  });
}

/** Calls an action; where it leads elsewhere, or says that there is nothing, in a word. `odd`: a field that does not fit. */
async function call({ name, run, fields }: Action, given: Fields, odd: Fields = {}): Promise<unknown> {
  const form = new FormData();
  for (const field of fields) {
    const fitting = given[field] ?? OWN[name]?.[field] ?? FITTING[field];
    const value = odd[field] ?? (APART[name]?.includes(field) ? null : fitting);
    if (value !== null) form.set(field, value);
  }
  try {
    return await run({ status: "idle" }, form);
  } catch (error) {
    if (error instanceof Error && "digest" in error) return String(error.digest);
    throw error;
  }
}

const actions = await listActions();
/** They are about the session itself. */
const OPEN = [
  "signInAction",
  "signInAgainAction",
  "finishSignInAction",
  "finishSignInAgainAction",
  "startSignInOverAction",
  "beginPasskeySignInAction",
  "signInByPasskeyAction",
  "signOutAction",
  "setUpAction",
  "acceptInvitationAction",
  "askForLinkAction",
  "resetPasswordAction",
  "signInByLinkAction",
];
const ofMembers = actions.filter(({ name }) => !OPEN.includes(name));

test("every field of every action has something here that fits", () => {
  const fields = [...new Set(actions.flatMap((action) => action.fields))];
  expect(fields.toSorted()).toEqual(Object.keys(FITTING).toSorted());
});

/** Where an action does something: everywhere else it is refused before it comes to its fields. */
const STATES: Record<string, ClaimState> = {
  takeClaimAction: "queued",
  bulkAction: "queued",
  snoozeClaimAction: "queued",
  assignClaimAction: "queued",
  releaseClaimAction: "in_review",
  extendLeaseAction: "in_review",
  giveOpinionAction: "in_review",
  returnClaimAction: "in_review",
  publishClaimAction: "ready",
  correctClaimAction: "published",
  withdrawClaimAction: "published",
  reopenClaimAction: "dismissed",
};

/** Fields that do not fit, or only just. Most are refused before the database hears of them; what is not, it must take. */
const ODD = [
  "\0",
  "x".repeat(50_001),
  NOBODY,
  "0001-01-01",
  "9999-12-31T23:59",
  "2147483647",
  `https://paper.example/${"é".repeat(600)}`,
];

describe("what no screen sends is refused or done, and never fails:", () => {
  let admin: Actor;
  beforeAll(async () => {
    await resetDb();
    admin = await makeMember({ role: "admin" });
  });

  test.each(ofMembers)("$name", async (action) => {
    const isOnClaim = action.fields.some((field) => OF_A_CLAIM.includes(field));
    const state = STATES[action.name] ?? "draft";
    const about = isOnClaim ? await fieldsAbout(await makeClaim({ state, first: admin, editor: admin })) : {};
    await askAs(admin);
    expect(await call(action, about)).not.toMatchObject({ reason: "invalid_input" });
    const failed: string[] = [];
    for (const field of action.fields) {
      for (const odd of ODD) {
        await call(action, about, { [field]: odd }).catch((error: unknown) =>
          failed.push(`${field}: ${odd.slice(0, 40)}: ${error}`),
        );
      }
    }
    expect(failed).toEqual([]);
  });
});

/** Open to everybody who holds a link, or who says which address they have. */
const OF_LINKS: Record<string, () => Promise<Fields>> = {
  askForLinkAction: async () => ({ email: `${randomUUID()}@desk.example` }),
  resetPasswordAction: async () => ({ linkKey: (await makeResetKey(await makeMember())).key }),
  signInByLinkAction: async () => ({ linkKey: (await makeSignInKey(await makeMember())).key }),
  acceptInvitationAction: async () => ({ linkKey: (await makeInvitation()).key }),
};

describe("what no letter leads to is refused or done, and never fails:", () => {
  beforeAll(async () => {
    await resetDb();
    await makeNewsroom();
  });

  test.each(actions.filter(({ name }) => name in OF_LINKS))("$name", async (action) => {
    vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:1");
    await askAs(null);
    const about = async () => (await OF_LINKS[action.name]?.()) ?? {};
    expect(await call(action, await about())).toMatch(/^NEXT_REDIRECT/);
    const failed: string[] = [];
    for (const field of action.fields) {
      for (const odd of ODD) {
        await call(action, await about(), { [field]: odd }).catch((error: unknown) =>
          failed.push(`${field}: ${odd.slice(0, 40)}: ${error}`),
        );
      }
    }
    expect(failed).toEqual([]);
  });
});

const OF_A_CLAIM: readonly Field[] = [
  ...(["claimId", "claims", "articleId", "passageId", "evidenceId", "sourceId", "snapshotId"] as const),
  ...(["taskId", "commentId"] as const),
];

/** All there is around a claim that an action could name. */
async function fieldsAbout({ id: claimId, state, author, ratings }: MadeClaim): Promise<Fields> {
  const now = new Date();
  if (state === "draft") await makeEvidence({ actor: author, claimId, quote: "NATO" });
  const { id: commentId } = await addComment({ actor: author, claimId, body: "Is it so?", now });
  const { articleId, version, passages, evidence } = await db.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      articleId: true,
      version: true,
      passages: { select: { id: true, revisionId: true } },
      evidence: { select: { id: true, sourceId: true } },
    },
  });
  const [passage] = passages;
  const [cited] = evidence;
  return {
    ...{ claimId, articleId, version: String(version), ratingId: ratings.false ?? "" },
    ...{ commentId, claims: `${claimId}.${(await lastChanges([claimId], db)).get(claimId)}` },
    ...(passage && { passageId: passage.id, revisionId: passage.revisionId }),
    ...(cited && { evidenceId: cited.id, evidenceIds: cited.id, ...(await fieldsOfSource(cited)) }),
  };
}

async function fieldsOfSource({
  id: evidenceId,
  sourceId,
}: {
  id: string;
  sourceId: string;
}): Promise<Fields> {
  const { id: snapshotId } = await makeSnapshot({ sourceId });
  const found = { evidenceId, finding: "moved", raisedAt: new Date() } as const;
  const movedTo = "https://moved.example/";
  const { id: taskId } = await db.sourceTask.create({ data: { ...found, movedTo }, select: { id: true } });
  return { sourceId, snapshotId, taskId };
}

describe("what one may not know of is answered as what is not there:", () => {
  let hidden: Fields;
  let reporter: Actor;

  beforeAll(async () => {
    await resetDb();
    reporter = await makeMember();
    const claim = await makeClaim({ state: "second_review" });
    const { author, first, id: claimId } = claim;
    const editor = await makeMember({ role: "editor" });
    const { id } = await makeEvidence({ actor: editor, claimId, visibility: "confidential", quote: "NATO" });
    const source = await fieldsOfSource({ id, sourceId: await sourceOf(id) });
    const { id: commentId } = await addComment({ actor: first, claimId, body: "I say no.", now: new Date() });
    const { id: viewId } = await saveView({ actor: author, name: "Mine", query: "view=mine" });
    const told = await db.notification.findFirst({ select: { id: true } });
    const ids = { evidenceId: id, commentId, threadId: commentId, threadIds: commentId, viewId };
    hidden = { ...source, ...ids, intoId: source.sourceId ?? "", notificationId: told?.id ?? "" };
  });

  const KEPT_BACK: readonly Field[] = [
    ...(["evidenceId", "sourceId", "intoId", "snapshotId", "taskId"] as const),
    ...(["commentId", "threadId", "threadIds", "viewId", "notificationId"] as const),
  ];
  const naming = ofMembers.filter(({ fields }) => fields.some((field) => KEPT_BACK.includes(field)));

  test.each(naming)("$name", async (action) => {
    await askAs(reporter);
    const events = await db.auditEvent.count();
    const ids = Object.fromEntries(KEPT_BACK.map((field) => [field, hidden[field] ?? ""]));
    expect(Object.values(ids).every(isId)).toBe(true);
    const answered = JSON.stringify(await call(action, {}, only(action, ids)));
    const nothing = JSON.stringify(await call(action, {}));
    const told = Object.values(ids).reduce((text, id) => text.replaceAll(id, NOBODY), answered);
    expect(told).toBe(nothing);
    expect(await db.auditEvent.count()).toBe(events);
  });
});

/** Those that an action asks for by itself. */
const only = ({ name, fields }: Action, given: Fields): Fields =>
  Object.fromEntries(
    fields.flatMap((field) =>
      field in given && !APART[name]?.includes(field) ? [[field, given[field]]] : [],
    ),
  );
