import type { BrowserContext, Page } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { problemsOf } from "../../../e2e/harmless.ts";
import { addressOf, listPages, type Things } from "../../../e2e/pages.ts";
import { FILES } from "../../../e2e/public-addresses.ts";

/** Milliseconds a page has to be read, and one that is pressed to do something about it. */
const PATIENCE = 20_000;
const AT_REST = 400;

/** Names of what pages and files read from their address, wherever they do. */
const PARAMETERS = (
  "q verdict topic claimant publisher language from to sort cursor version theme url format maxwidth maxheight problem " +
  "state view author assignee kind article claim actor do text title range typed rating tone source member back error " +
  "retry number page item done said at"
).split(" ");

/** Every page there is, and those that look otherwise in another state or another language. */
export async function listAddresses(things: Things, member: { id: string }): Promise<string[]> {
  const pages = listPages().map((pattern) => addressOf(pattern, things, member));
  const claims = await db.claim.findMany({
    distinct: ["state"],
    orderBy: { id: "desc" },
    select: { id: true },
  });
  const articles = await db.article.findMany({ orderBy: { id: "desc" }, take: 5, select: { id: true } });
  const published = await db.publication.findMany({
    where: { isCurrent: true },
    take: 4,
    select: { slug: true },
  });
  return [
    ...pages,
    ...claims.map(({ id }) => `/desk/claims/${id}`),
    ...articles.map(({ id }) => `/desk/articles/${id}`),
    ...published.flatMap(({ slug }) => [
      `/claims/${slug}`,
      `/claims/${slug}/record`,
      `/embed/claims/${slug}`,
    ]),
    ...["/fr", "/ar", "/fr/methodology"],
    ...[`/fr/claims/${things.published.slug}`, `/ar/claims/${things.published.slug}`],
    ...[`/desk/claims/${things.draft.id}`, `/desk/claims/${things.differing.id}`],
    ...["/desk/audit?kind=review", "/desk/notifications?view=all", "/desk/queue?view=all"],
    ...["/desk/claims?state=draft", "/desk/sources?q=e", "/claims?q=e"],
  ];
}

/** Every file readers get, about the same. */
export function listFiles({ article, published, topic, claimant }: Things, siteUrl: string): string[] {
  const about = {
    ...{ claim: published.slug, article: [article.slug], topic, claimant },
    ...{ word: "e", siteUrl },
  };
  return Object.values(FILES).flatMap((row) => row(about));
}

/** The same address, with attacks in all that it could say. */
export function withAttacks(address: string, one: () => string): string {
  const query = new URLSearchParams(PARAMETERS.map((name) => [name, one().slice(0, 120)]));
  return `${address.split("?", 1)[0]}?${query}#${encodeURIComponent(one().slice(0, 100))}`.slice(0, 7_000);
}

export type Opened = { pages: number; problems: string[]; faults: string[] };

/** Opens addresses, a few at once, and looks for what should not stand there. */
export async function openAll(context: BrowserContext, addresses: readonly string[]): Promise<Opened> {
  const opened: Opened = { pages: 0, problems: [], faults: [] };
  const waiting = [...addresses];
  const work = async () => {
    const page = await context.newPage();
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const type = await open(page, address).catch((error: Error) => {
        // A file that is saved instead of shown ends the way to it.
        if (!/download|ERR_ABORTED/iu.test(error.message)) opened.faults.push(`${address}: ${error.message}`);
        return null;
      });
      opened.pages += 1;
      if (type?.startsWith("text/html")) {
        const found = await inTime(problemsOf(page, null), "its elements").catch(({ message }: Error) => [
          message,
        ]);
        opened.problems.push(...found.map((problem) => `${address}: ${problem}`));
      }
    }
    await page.close();
  };
  await Promise.all([work(), work()]);
  return opened;
}

/** What a page is asked that hangs is a fault, and no reason to wait for ever. */
async function inTime<Result>(work: Promise<Result>, what: string): Promise<Result> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer in time: ${what}`)), PATIENCE);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Something pressed before was still on its way elsewhere. */
const isLate = (error: unknown) =>
  /interrupted by another navigation|context was destroyed|ERR_ABORTED/iu.test(String(error));

/** Shows a page, with all that is folded in it, until its scripts rest. Answers what it is. */
async function open(page: Page, address: string, tries = 3): Promise<string | null> {
  try {
    const answer = await page.goto(address, { timeout: PATIENCE });
    await rest(page);
    return answer?.headers()["content-type"] ?? null;
  } catch (error) {
    const isLate = /interrupted by another navigation|context was destroyed|ERR_ABORTED/iu.test(
      String(error),
    );
    if (!isLate || tries === 1) throw error;
    return open(page, address, tries - 1);
  }
}

const rest = (page: Page) =>
  inTime(
    page.evaluate((timeout) => {
      for (const folded of document.querySelectorAll("details")) folded.open = true;
      return new Promise<void>((done) => requestIdleCallback(() => done(), { timeout }));
    }, AT_REST),
    "rest",
  );

export type Pressed = { pages: number; presses: number; faults: string[] };

/** Ends what the rest needs, or leads out of the browser. */
const UNSAFE = /sign out|end (?:it|all|the other)|sessions?$|download|\.(?:csv|json|xml)$/iu;
/** Of one page; what is on every page is pressed once. */
const MOST = 14;

/** Presses every link and button of these pages that is safe to press, one by one, until `deadline`. */
export async function pressAll(
  context: BrowserContext,
  addresses: readonly string[],
  deadline: number,
): Promise<Pressed> {
  const done: Pressed = { pages: 0, presses: 0, faults: [] };
  const pressed = new Set<string>();
  const waiting = [...addresses];
  const work = async () => {
    let page = await context.newPage();
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      if (Date.now() > deadline) break;
      try {
        await open(page, address);
        done.pages += 1;
        done.presses += await pressOn(page, address, pressed, deadline);
      } catch (error) {
        if (!/download|ERR_ABORTED/iu.test(String(error))) done.faults.push(`${address}: ${error}`);
        page.close().catch(() => undefined);
        page = await context.newPage();
      }
    }
  };
  await Promise.all([work(), work()]);
  return done;
}

async function pressOn(page: Page, address: string, pressed: Set<string>, deadline: number): Promise<number> {
  let presses = 0;
  while (presses < MOST && Date.now() < deadline) {
    const key = await inTime(chooseNext(page, [...pressed]), "what to press next").catch(async (error) => {
      if (!isLate(error)) throw error;
      await open(page, address);
      return inTime(chooseNext(page, [...pressed]), "what to press next");
    });
    if (key === null) break;
    pressed.add(key);
    presses += 1;
    await page
      .locator("[data-press-next]")
      .first()
      .click({ timeout: 1_500 })
      .then(() => page.waitForLoadState("load", { timeout: 3_000 }))
      .catch(() => undefined);
    await rest(page).catch(() => undefined);
    if (page.url() !== new URL(address, page.url()).href) await open(page, address);
    else await inTime(page.keyboard.press("Escape"), "Escape").catch(() => undefined);
  }
  return presses;
}

/** Marks the next element to press, and says what it is; null when there is none. */
function chooseNext(page: Page, pressed: readonly string[]): Promise<string | null> {
  return page.evaluate(
    ({ pressed, unsafe }) => {
      const known = new Set(pressed);
      const isUnsafe = new RegExp(unsafe, "iu");
      for (const old of document.querySelectorAll("[data-press-next]"))
        old.removeAttribute("data-press-next");
      const plain = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/gu, "#").slice(0, 80);
      for (const element of document.querySelectorAll<HTMLElement>(
        "a[href], button, summary, [role=button], [role=tab], [role=menuitem], [role=checkbox], [role=switch]",
      )) {
        if (!element.checkVisibility() || element.matches(":disabled")) continue;
        const name = (element.getAttribute("aria-label") ?? element.textContent).trim();
        const to = element.getAttribute("href") ?? "";
        if (isUnsafe.test(name) || isUnsafe.test(to) || /^(?!\/(?!\/)|#|\?|$)/u.test(to)) continue;
        const isEverywhere = element.closest("header, footer, nav") !== null;
        const where = isEverywhere ? "everywhere" : plain(location.pathname);
        // Links that lead to things alike are alike.
        const key = `${where} ${element.localName} ${to === "" ? plain(name) : plain(to).replace(/=[^&]*/gu, "=")}`;
        if (known.has(key)) continue;
        element.setAttribute("data-press-next", "");
        return key;
      }
      return null;
    },
    { pressed, unsafe: UNSAFE.source },
  );
}
