import { makeClaim } from "#lib/testing/factories.ts";
import { expect, person, test, unique } from "./fixtures.ts";

test.use({ javaScriptEnabled: false });

test("an editor reads the desk's figures, chooses days and takes a table home, without a script", async ({
  open,
}) => {
  const topic = `Topic ${unique()}`;
  const first = await person("reviewer");
  await makeClaim({ state: "published", topics: [topic], first, firstRating: "false" });
  const page = await open(await person("editor"), { javaScriptEnabled: false });
  await page.goto("/desk");
  await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Insights" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Insights" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Quarter" })).toHaveAttribute("aria-current", "page");

  const topics = page.getByRole("region", { name: "Verdicts by topic", exact: true });
  await topics.getByText("Show the table").click();
  await expect(topics.getByRole("columnheader", { name: "False", exact: true })).toBeVisible();
  const file = page.waitForEvent("download");
  await topics.getByRole("link", { name: "Verdicts by topic as CSV" }).click();
  expect((await file).suggestedFilename()).toMatch(/^topics-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv$/);

  await page.getByLabel("From", { exact: true }).fill("2001-02-01");
  await page.getByLabel("To", { exact: true }).fill("2001-02-28");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL("/desk/insights?from=2001-02-01&to=2001-02-28");
  await expect(page.getByText("1 Feb 2001 to 28 Feb 2001")).toBeVisible();
  await expect(page.getByRole("region", { name: "Time from draft to verdict" })).toContainText(
    "No verdict in these days",
  );

  await page.getByRole("link", { name: "Evidence pack" }).click();
  await expect(page.getByText("Nothing was published in these days")).toBeVisible();
});

test("files are given to those who may see the figures, and hold what they may see", async ({
  requestAs,
}) => {
  const [reviewer, colleague, editor] = [
    await person("reviewer"),
    await person("reviewer"),
    await person("editor"),
  ];
  const secret = `A draft ${unique()}`;
  const statement = `Published ${unique()}`;
  await makeClaim({ state: "draft", statement: secret });
  await makeClaim({ state: "published", statement, first: reviewer, second: colleague });
  const table = "/desk/insights/csv/reviewers?range=30d";
  const pack = "/desk/insights/pack/json?range=30d";

  const nobody = await requestAs(null);
  const reporter = await requestAs(await person("reporter"));
  for (const address of [table, pack]) {
    expect((await nobody.get(address, { maxRedirects: 0 })).status(), address).toBe(307);
    expect((await reporter.get(address)).status(), address).toBe(404);
  }
  expect((await (await requestAs(editor)).get("/desk/insights/csv/members")).status()).toBe(404);

  const own = await (await (await requestAs(reviewer)).get(table)).text();
  expect(own).toContain(reviewer.name);
  expect(own).not.toContain(colleague.name);
  const answer = await (await requestAs(editor)).get(table);
  expect(answer.headers()).toMatchObject({
    "content-type": "text/csv; charset=utf-8; header=present",
    "cache-control": "no-store",
  });
  expect((await answer.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(await answer.text()).toContain(colleague.name);

  const given = await (await (await requestAs(reviewer)).get(pack)).text();
  expect(JSON.parse(given).checks).toContainEqual(expect.objectContaining({ statement, opinions: 2 }));
  expect(given).not.toContain(secret);
});
