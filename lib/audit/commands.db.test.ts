import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { makeClaim, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { recordAudit } from "./commands.ts";
import { listHistory } from "./queries.ts";

beforeEach(resetDb);

describe("recordAudit", () => {
  test("is undone with the transaction it stands in", async () => {
    const actor = await makeMember();
    const failing = db.$transaction(async (tx) => {
      await recordAudit(tx, { actor, action: "member.signed_out", data: {} });
      throw new Error("the change failed");
    });
    await expect(failing).rejects.toThrow("the change failed");
    expect(await db.auditEvent.count()).toBe(0);
  });

  test("keeps nothing but what the action is said to keep", async () => {
    const actor = await makeMember();
    const data = { stage: "first", ratingId: "leak", conclusion: "leak" } as const;
    await db.$transaction((tx) => recordAudit(tx, { actor, action: "review.decided", data }));
    expect((await db.auditEvent.findFirstOrThrow()).data).toEqual({ stage: "first" });
  });

  test("without an actor it was the system", async () => {
    const claim = await makeClaim();
    await db.$transaction((tx) =>
      recordAudit(tx, {
        actor: null,
        action: "claim.lease_expired",
        claimId: claim.id,
        data: { stage: "first", holderName: "Ana" },
      }),
    );
    const [newest] = await listHistory({ claimId: claim.id });
    expect(newest).toMatchObject({ actorName: "", action: "claim.lease_expired" });
  });

  test("what is written stays written", async () => {
    const actor = await makeMember();
    await db.$transaction((tx) => recordAudit(tx, { actor, action: "member.signed_out", data: {} }));
    await expect(db.auditEvent.deleteMany()).rejects.toThrow();
    await expect(db.auditEvent.updateMany({ data: { actorName: "Nobody" } })).rejects.toThrow();
    expect(await db.auditEvent.count({ where: { actorName: actor.name } })).toBe(1);
  });
});

describe("listHistory", () => {
  test("tells a claim's life, newest first", async () => {
    const claim = await makeClaim({ state: "published" });
    const history = await listHistory({ claimId: claim.id });
    expect(history.map(({ action }) => action)).toEqual([
      "claim.published",
      "review.agreed",
      "review.decided",
      "claim.taken",
      "review.decided",
      "claim.taken",
      "claim.submitted",
      "claim.checks_edited",
      "evidence.attached",
      "claim.created",
    ]);
    expect(history.at(-1)?.actorName).toBe(claim.author.name);
  });

  test("holds no rating and no reviewer's words while the second reviewer is blind", async () => {
    const claim = await makeClaim({ state: "second_review", firstRating: "misleading" });
    const told = JSON.stringify(await listHistory({ claimId: claim.id }));
    expect(told).not.toContain("isleading");
    expect(told).not.toContain(claim.ratings.misleading);
    expect(told).not.toContain("Concluded by");
    expect(told).not.toContain("Reasoned by");
  });

  test("an id that is none has no history", async () => {
    expect(await listHistory({ claimId: "1; drop table claims" })).toEqual([]);
  });
});
