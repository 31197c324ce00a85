import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { sealSessionId, sessionCookie } from "#lib/auth/cookie.ts";
import type { Actor, Role } from "#lib/auth/policy.ts";
import { insertSession } from "#lib/auth/session-rows.ts";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { makeMember } from "#lib/testing/factories.ts";

export { expect };

type Open = (actor?: Actor | null, options?: BrowserContextOptions) => Promise<Page>;

type Fixtures = {
  /** A page in a browser of its own, signed in as `actor`, or as nobody. */
  open: Open;
  /** Requests without a browser, with the session of `actor` or of nobody. */
  requestAs: (actor: Actor | null) => Promise<APIRequestContext>;
  /** Lets the browser's console say what matches: that a page was not found, say. Everything else fails the test. */
  tolerate: (message: RegExp) => void;
  problems: Problems;
};

type Problems = { seen: string[]; tolerated: RegExp[] };

/** A page error, a line of console.error or an answer of 500 and above fails the test that caused it. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  problems: async ({}, use) => {
    const problems: Problems = { seen: [], tolerated: [] };
    await use(problems);
    const { seen, tolerated } = problems;
    expect(seen.filter((line) => !tolerated.some((pattern) => pattern.test(line)))).toEqual([]);
  },

  tolerate: async ({ problems }, use) => {
    await use((message) => problems.tolerated.push(message));
  },

  open: async ({ browser, problems }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (actor = null, options = {}) => {
      const context = await newContext(browser, options);
      contexts.push(context);
      watch(context, problems);
      if (actor) await signIn(context, actor);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  requestAs: async ({ playwright }, use) => {
    const contexts: APIRequestContext[] = [];
    await use(async (actor) => {
      const cookie = actor && (await cookieOf((await openSession(actor)).id));
      const headers = cookie ? { Cookie: `${cookie.name}=${cookie.value}` } : {};
      const context = await playwright.request.newContext({
        baseURL: env.PUBLIC_URL,
        extraHTTPHeaders: headers,
      });
      contexts.push(context);
      return context;
    });
    await Promise.all(contexts.map((context) => context.dispose()));
  },

  context: async ({ context, problems }, use) => {
    watch(context, problems);
    await use(context);
  },
});

function newContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  return browser.newContext({ baseURL: env.PUBLIC_URL, ...options });
}

function watch(context: BrowserContext, { seen }: Problems): void {
  context.on("weberror", (error) => seen.push(String(error.error().stack)));
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    seen.push(`${message.page()?.url()}: ${message.text()} (${message.location().url})`);
  });
  context.on("response", (response) => {
    if (response.status() >= 500) seen.push(`${response.status()} ${response.url()}`);
  });
}

/** What signing in through the form leaves behind: a session's row and the cookie for it. */
export async function signIn(context: BrowserContext, actor: Pick<Actor, "id">): Promise<void> {
  const { id } = await openSession(actor);
  await context.addCookies([await cookieOf(id)]);
}

function openSession({ id }: Pick<Actor, "id">): Promise<{ id: string }> {
  return db.$transaction((tx) => insertSession(tx, { memberId: id, userAgent: null, now: new Date() }));
}

async function cookieOf(sessionId: string) {
  return { name: sessionCookie().name, value: await sealSessionId(sessionId), url: env.PUBLIC_URL };
}

/** The header of somebody signed in, for requests without a browser that say all else themselves. */
export async function cookieFor(actor: Pick<Actor, "id">): Promise<string> {
  const { name, value } = await cookieOf((await openSession(actor)).id);
  return `${name}=${value}`;
}

/** Ends every session of a member, as time or an admin does. */
export async function endSessions(actor: Pick<Actor, "id">): Promise<void> {
  await db.session.updateMany({ where: { memberId: actor.id }, data: { revokedAt: new Date() } });
}

/** A few letters nobody else's words have. Tests run beside each other on one database. */
export const unique = (): string => randomUUID().slice(-8);

/** A member of their own for one test. */
export function person(
  role: Role,
  options: { passwordHash?: string; disabledAt?: Date } = {},
): Promise<Actor> {
  const word = unique();
  const name = `${role[0]?.toUpperCase()}${role.slice(1)} ${word}`;
  return makeMember({ role, name, email: `${role}-${word}@e2e.example`, ...options });
}

/** The member the demo newsroom has for a role. */
export async function demoMember(
  name: "reporter" | "reviewer" | "second" | "editor" | "admin",
): Promise<Actor> {
  const where = { email: `${name}@demo.example` };
  return db.member.findUniqueOrThrow({ where, select: { id: true, name: true, role: true } });
}

export type Theme = "light" | "dark";

/**
 * Colours change by transitions, however short: read before a frame is drawn, a page is half light and half dark. One
 * that ends may have another begin, of what takes its colour from it. What is not in sight, as in a closed disclosure,
 * is never waited for: there no time passes, and its transitions never end.
 */
async function expectSettledColours(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    const isRunning = ({ effect, playState }: Animation) =>
      playState === "running" &&
      Number.isFinite(Number(effect?.getComputedTiming().endTime)) &&
      (!(effect instanceof KeyframeEffect) || effect.target?.checkVisibility() === true);
    do {
      await frame();
      await frame();
    } while (document.getAnimations().some(isRunning));
  });
}

/** What axe asks that a theme may answer otherwise: the rest is the same in both. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * Everything axe finds on the page as it stands, in the first theme, and in the others what is wrong with the colours.
 * Without a theme: everything but that.
 */
export async function expectNoAxeFindings(
  page: Page,
  themes: readonly Theme[] = ["light", "dark"],
): Promise<void> {
  if (themes.length === 0) {
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await findingsOf((await axeOn(page)).disableRules(OF_COLOURS)), page.url()).toEqual([]);
  }
  for (const [at, colorScheme] of themes.entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectSettledColours(page);
    const axe = await axeOn(page);
    const findings = await findingsOf(at === 0 ? axe : axe.withRules(OF_COLOURS));
    expect(findings, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
}

async function findingsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/**
 * Without what only frames need, and without describing all that is in order: that takes most of the time. Where the
 * page has axe from before it is not read in again, which it is twice each time.
 */
async function axeOn(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => "axe" in window);
  const builder = new AxeBuilder(isThere ? { page, axeSource: ";" } : { page });
  return builder.setLegacyMode(true).options({ resultTypes: ["violations"] });
}
