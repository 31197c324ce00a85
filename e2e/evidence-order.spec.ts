import type { Locator, Page } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { makeClaim, makeEvidence } from "#lib/testing/factories.ts";
import { expect, person, test } from "./fixtures.ts";

const TITLES = ["The first report", "The second report", "The third report"];

async function claimWithSources() {
  const author = await person("reporter");
  const claim = await makeClaim({ author });
  for (const title of TITLES) await makeEvidence({ actor: author, claimId: claim.id, title });
  return { author, path: `/desk/claims/${claim.id}`, claim };
}

const sources = (page: Page): Locator =>
  page.getByRole("region", { name: "Evidence" }).getByRole("heading", { level: 4 });
const inOrder = (...places: number[]) => places.map((place) => new RegExp(TITLES[place - 1] ?? "none"));

test("sources are put in another order by keys and by dragging, and back", async ({ open }) => {
  const { author, path, claim } = await claimWithSources();
  const page = await open(author);
  await page.goto(path);
  await expect(sources(page)).toHaveText(inOrder(1, 2, 3));

  const up = page.getByRole("button", { name: "Move source 3 up" });
  await up.press("Enter");
  await expect(sources(page)).toHaveText(inOrder(1, 3, 2));
  await expect(up).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(sources(page)).toHaveText(inOrder(3, 1, 2));
  await expect(up).toHaveAttribute("aria-disabled", "true");

  // The latest note first.
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(sources(page)).toHaveText(inOrder(1, 3, 2));

  const handle = await page.getByTitle("Drag source 2 to another place").boundingBox();
  const first = await sources(page).first().boundingBox();
  if (!handle || !first) throw new Error("There is nothing to drag");
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(first.x, first.y, { steps: 6 });
  await page.mouse.up();
  await expect(sources(page)).toHaveText(inOrder(2, 1, 3));

  // Somebody else took one away meanwhile.
  const gone = await db.evidence.findFirstOrThrow({ where: { claimId: claim.id, number: 3 } });
  await db.evidence.delete({ where: { id: gone.id } });
  await page.getByRole("button", { name: "Move source 1 up" }).click();
  await expect(page.getByRole("region", { name: "Evidence" }).getByRole("alert")).toBeVisible();
});

test("sources are put in another order without script", async ({ open }) => {
  const { author, path } = await claimWithSources();
  const page = await open(author, { javaScriptEnabled: false });
  await page.goto(path);
  await page.getByRole("button", { name: "Move source 1 down" }).click();
  await expect(sources(page)).toHaveText(inOrder(2, 1, 3));
});
