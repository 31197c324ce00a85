import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { dismissClaim, recallClaim } from "#lib/claims/commands.ts";
import { db } from "#lib/db/client.ts";
import { publishClaim, withdrawClaim } from "#lib/publishing/commands.ts";
import { returnClaim } from "#lib/reviews/commands.ts";
import { makeClaim, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { listNotifications } from "./queries.ts";

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
});

const now = new Date();

async function toldTo({ id }: Actor) {
  const { items } = await listNotifications({ memberId: id, onlyUnread: false });
  return items.map(({ kind, actorName }) => [kind, actorName]).reverse();
}

describe("what becomes of a claim is told to its author", () => {
  test("the verdict, the publication and the withdrawal, each once and by name; nobody else hears of it", async () => {
    const claim = await makeClaim({ state: "withdrawn" });
    expect(await toldTo(claim.author)).toEqual([
      ["claim_ready", claim.second.name],
      ["claim_published", claim.editor.name],
      ["claim_withdrawn", claim.editor.name],
    ]);
    expect(await db.notification.count()).toBe(3);
  });

  test("nothing while opinions are hidden, and only that there is a verdict once they are in", async () => {
    const claim = await makeClaim({ state: "second_review", firstRating: "misleading" });
    expect(await toldTo(claim.author)).toEqual([]);
    const ready = await makeClaim({ state: "ready", firstRating: "misleading" });
    const { items } = await listNotifications({ memberId: ready.author.id, onlyUnread: false });
    expect(JSON.stringify(items)).not.toContain("isleading");
  });

  test("that somebody put it aside", async () => {
    const claim = await makeClaim({ state: "in_review" });
    const dismissal = { ground: "out_of_scope", reason: "Far away.", duplicateOf: null } as const;
    await dismissClaim({ actor: claim.first, claimId: claim.id, ...dismissal });
    expect(await toldTo(claim.author)).toEqual([["claim_dismissed", claim.first.name]]);
  });

  test("not what they do themselves", async () => {
    const author = await makeMember({ role: "editor" });
    const claim = await makeClaim({ state: "ready", author, editor: author });
    const override = { overrideItem: null, overrideReason: null };
    await publishClaim({ actor: author, claimId: claim.id, ...override, now });
    await withdrawClaim({ actor: author, claimId: claim.id, reason: "A slip.", now });
    expect(await toldTo(author)).toEqual([["claim_ready", claim.second.name]]);

    const other = await makeClaim({ state: "queued", author });
    await recallClaim({ actor: author, claimId: other.id });
    const dismissal = { ground: "out_of_scope", reason: "Far away.", duplicateOf: null } as const;
    await dismissClaim({ actor: author, claimId: other.id, ...dismissal });
    const third = await makeClaim({ state: "queued", author });
    await returnClaim({ actor: author, claimId: third.id, reason: "Wait.", now });
    expect(await toldTo(author)).toHaveLength(1);
  });
});
