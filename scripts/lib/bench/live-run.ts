import { randomBytes } from "node:crypto";
import { chromium, type Page } from "@playwright/test";
import { requireBrowser } from "../browser.ts";
import { prepareOwn } from "../database.ts";
import { freePort } from "../ports.mjs";
import { startServices } from "../services.ts";
import { startThrowawayPostgres } from "../throwaway.ts";
import { openReader, type Reader } from "./live-reader.ts";

type Size = { readers: number; highlights: number };

/** Starts everything, makes highlights one after another, and answers the table. */
export async function measureLive(size: Size): Promise<string> {
  await using stack = new AsyncDisposableStack();
  const postgres = await startThrowawayPostgres();
  stack.defer(() => postgres.stop());
  const databaseUrl = await prepareOwn(postgres, { demo: false });
  const authSecret = randomBytes(32).toString("hex");
  const origins: string[] = [];
  for (let server = 0; server < 2; server += 1) {
    const port = await freePort();
    const publicUrl = `http://localhost:${port}`;
    await startServices(stack, {
      site: { port, host: "127.0.0.1", authSecret, publicUrl },
      databaseUrl,
      mode: "production",
    });
    origins.push(publicUrl);
  }
  Object.assign(process.env, { DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret, PUBLIC_URL: origins[0] });
  return tableOf(size, await run(stack, origins, size));
}

async function run(stack: AsyncDisposableStack, origins: string[], { readers, highlights }: Size) {
  // Only now: these modules read the settings above.
  const { makeArticle, makeMember, claimOn } = await import("#lib/testing/factories.ts");
  const { createClaim } = await import("#lib/claims/commands.ts");
  const { makeNewsroom } = await import("#lib/testing/factories.ts");
  const { openCookie } = await import("./live-session.ts");
  await makeNewsroom();
  const words = Array.from({ length: highlights + 1 }, (_, at) => `Sentence number ${at} says something.`);
  const actor = await makeMember();
  const article = await makeArticle({ actor, text: words.join("\n\n") });

  const open: Reader[] = [];
  for (let at = 0; at < readers - 1; at += 1) {
    const cookie = await openCookie((await makeMember()).id);
    const origin = origins[at % origins.length] ?? "";
    open.push(await openReader({ origin, cookie: `${cookie.name}=${cookie.value}`, articleId: article.id }));
  }
  stack.defer(() => Promise.all(open.map((reader) => reader.close())).then(() => {}));
  const page = await openPage(stack, {
    origin: origins[1] ?? "",
    cookie: await openCookie((await makeMember()).id),
    path: `/desk/articles/${article.id}`,
  });

  const [atStreams, onPage]: [number[], number[]] = [[], []];
  for (let at = 0; at <= highlights; at += 1) {
    const arrivals = open.map((reader) => reader.nextClaim());
    const begin = performance.now();
    const shown = page.locator("mark", { hasText: `Sentence number ${at} says` }).waitFor();
    await createClaim({ actor, ...claimOn(article, words[at]) });
    const ends = await Promise.all(arrivals);
    await shown;
    if (at === 0) continue; // the first one warms up
    atStreams.push(...ends.map((end) => end - begin));
    onPage.push(performance.now() - begin);
  }
  return { atStreams, onPage };
}

async function openPage(
  stack: AsyncDisposableStack,
  { origin, cookie, path }: { origin: string; cookie: { name: string; value: string }; path: string },
): Promise<Page> {
  const browser = await chromium.launch(await requireBrowser());
  stack.defer(() => browser.close());
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ ...cookie, url: origin }]);
  const page = await context.newPage();
  await page.goto(origin + path);
  await page.getByText("Changes by colleagues appear as they happen").waitFor({ state: "attached" });
  return page;
}

function tableOf(
  { readers, highlights }: Size,
  { atStreams, onPage }: Awaited<ReturnType<typeof run>>,
): string {
  const rows = [
    [`event and card at ${readers - 1} streams on two servers`, atStreams],
    ["mark drawn in Chromium", onPage],
  ] as const;
  const ms = (values: readonly number[], share: number) => {
    const sorted = values.toSorted((a, b) => a - b);
    return (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(0);
  };
  const lines = rows.map(
    ([name, values]) =>
      `| ${name} | ${values.length} | ${ms(values, 0.5)} | ${ms(values, 0.95)} | ${ms(values, 1)} |`,
  );
  const head = `| ${highlights} highlights, one after another | Times | p50 ms | p95 ms | longest ms |`;
  return `${[head, "| --- | ---: | ---: | ---: | ---: |", ...lines].join("\n")}\n`;
}
