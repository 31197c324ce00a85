import { beforeEach, expect, test } from "vitest";
import { makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { deleteView, saveView } from "./commands.ts";
import { listViews } from "./queries.ts";
import { saveViewInput, VIEW_LIMITS } from "./schema.ts";

beforeEach(resetDb);

const input = (name: string, query = "view=next&topic=trade") => saveViewInput.parse({ name, query });

test("a view is kept under a name, in their own list alone, and its name is used once", async () => {
  const [ana, ben] = await Promise.all([makeMember(), makeMember()]);
  const { id } = await saveView({ actor: ana, ...input("Trade") });
  await saveView({ actor: ana, ...input("  trade ", "view=all&topic=trade") });
  expect(await listViews(ana.id)).toEqual([{ id, name: "trade", query: "view=all&topic=trade" }]);
  expect(await listViews(ben.id)).toEqual([]);
  await expect(deleteView({ actor: ben, viewId: id })).rejects.toMatchObject({ reason: "not_found" });
  expect(await deleteView({ actor: ana, viewId: id })).toEqual({
    name: "trade",
    query: "view=all&topic=trade",
  });
  expect(await listViews(ana.id)).toEqual([]);
});

test("views stand by their names as a person would put them, numbers by what they come to", async () => {
  const actor = await makeMember();
  for (const name of ["Week 10", "élections", "Week 2", "Zoo", "Week 1"])
    await saveView({ actor, ...input(name) });
  const names = (await listViews(actor.id)).map(({ name }) => name);
  expect(names).toEqual(["élections", "Week 1", "Week 2", "Week 10", "Zoo"]);
});

test("only what the queue understands of an address is kept", () => {
  expect(input("x", "topic=trade&view=next&evil=1&article=nothing&cursor=abc").query).toBe(
    "view=next&topic=trade",
  );
  expect(input("x", "").query).toBe("view=all");
});

test("there are only so many, also when many are kept at once", async () => {
  const actor = await makeMember();
  const names = Array.from({ length: VIEW_LIMITS.count + 3 }, (_, index) => `View ${index}`);
  const results = await Promise.allSettled(names.map((name) => saveView({ actor, ...input(name) })));
  const refused = results.flatMap((one) => (one.status === "rejected" ? [one.reason.reason] : []));
  expect(refused).toEqual(Array(3).fill("too_many_views"));
  expect(await listViews(actor.id)).toHaveLength(VIEW_LIMITS.count);
});
