import { setTimeout as pause } from "node:timers/promises";
import { type BrowserContext, chromium } from "@playwright/test";
import { sealSessionId, sessionCookie } from "#lib/auth/cookie.ts";
import { insertSession } from "#lib/auth/session-rows.ts";
import { db } from "#lib/db/client.ts";
import type { Browser } from "../browser.ts";
import { say } from "../screen.mjs";
import { fillColumns } from "./xss-columns.ts";
import { dealAttacks } from "./xss-deck.ts";
import { attackApi, attackForms, type Sent } from "./xss-forms.ts";
import { listAddresses, listFiles, openAll, pressAll, withAttacks } from "./xss-pages.ts";
import { type Seen, watchContext } from "./xss-watch.ts";
import { makeEverything } from "./xss-world.ts";

/** Milliseconds that links and buttons are pressed at most, with what the newsroom wrote itself and with attacks. */
const PRESSING = { desk: 600_000, readers: 240_000, attacked: 40_000 };

/** Where a form leads to that was sent before the page's scripts are there. */
const REACTS_OWN = "A React form was unexpectedly submitted";

/** Of what a line counts, said below it. */
const MOST_SHOWN = 12;

type Attacked = {
  browser: Browser;
  /** Of the server that counts who comes. */
  origin: string;
  arrivals: () => number;
  /** Leaves the pressing and the doors out. */
  isStoredAlone: boolean;
  siteUrl: string;
  /** The database, as the owner of its tables. */
  ownerUrl: string;
};

type Line = { what: string; pages: number; presses?: number; found: Found };
type Found = { ran: number; violations: number; asked: number; problems: number; faults: number };

/** Presses everything, puts attacks everywhere, and looks at all there is to see. */
export async function attackAll(given: Attacked): Promise<{ isClean: boolean }> {
  const { browser: launch, origin, siteUrl, ownerUrl } = given;
  const deck = dealAttacks(origin);
  const things = await makeEverything();
  const browser = await chromium.launch(launch);
  const lines: Line[] = [];
  const own = new Set<string>();
  const began = performance.now();
  const as = async (
    who: Viewer,
    work: (context: BrowserContext) => Promise<Worked>,
    what: string,
    isOurs = false,
  ): Promise<void> => {
    const context = await browser.newContext({ baseURL: siteUrl, locale: "en-GB" });
    const seen = await watchContext(context, siteUrl);
    if (who !== null) await signIn(context, who, siteUrl);
    const before = given.arrivals();
    const { pages, presses, problems: odd = [], faults } = await work(context);
    // One of its pages may hang: the context goes with the browser then.
    await Promise.race([context.close(), pause(5_000)]);
    // What stands there before anybody attacks is the product's own.
    if (isOurs) for (const problem of odd) own.add(tagOf(problem));
    const problems = odd.filter((problem) => !own.has(tagOf(problem)) && !problem.includes(REACTS_OWN));
    const found = sumOf(seen, { problems, faults, arrivals: given.arrivals() - before });
    if (lines.length === 0) tellHeads();
    const line = { what, pages, ...(presses !== undefined && { presses }), found };
    lines.push(line);
    tell(line);
    const all = [...seen.ran, ...seen.violations, ...seen.asked, ...problems, ...faults, ...seen.faults];
    for (const each of all.slice(0, MOST_SHOWN)) say(`  ${each.slice(0, 300)}`);
  };
  try {
    const members = await viewers(things.author);
    const { admin } = members;
    const addresses = await listAddresses(things, things.author);
    const desk = addresses.filter((address) => address.startsWith("/desk"));
    const readers = addresses.filter((address) => !address.startsWith("/desk"));
    const files = listFiles(things, siteUrl);
    await as(admin, (context) => openAll(context, desk), "opened, as meant: an admin", true);
    await as(null, (context) => openAll(context, readers), "opened, as meant: a reader", true);
    const pressing = (all: readonly string[], milliseconds: number) => (context: BrowserContext) =>
      pressAll(context, all, Date.now() + milliseconds);
    const sent: [string, Sent][] = [];
    if (!given.isStoredAlone) {
      await as(admin, pressing(desk, PRESSING.desk), "pressed, as meant: an admin");
      await as(null, pressing(readers, PRESSING.readers), "pressed, as meant: a reader");
      sent.push(["fields of the API", await attackApi({ siteUrl, deck })]);
      sent.push(["fields of forms", await attackForms({ siteUrl, deck })]);
      await as(admin, (context) => openAll(context, desk), "after the forms and the API: an admin");
      await as(null, (context) => openAll(context, readers), "after the forms and the API: a reader");
    }
    let values = 0;
    let empty: string[] = [];
    const rounds = Object.entries(members);
    for (const [name, member] of rounds) {
      const filled = await fillColumns(ownerUrl, deck, rounds.length);
      values += filled.values;
      empty = filled.empty;
      await as(member, (context) => openAll(context, desk), `stored: ${name}`);
      await as(null, (context) => openAll(context, [...readers, ...files]), "stored: a reader, files too");
    }
    if (!given.isStoredAlone)
      await as(admin, pressing(desk, PRESSING.attacked), "pressed, with attacks stored: an admin");
    const asking = (all: readonly string[]) => all.map((address) => withAttacks(address, deck.one));
    await as(admin, (context) => openAll(context, asking(desk)), "in the address: an admin");
    await as(null, (context) => openAll(context, asking([...readers, ...files])), "in the address: a reader");
    for (const [what, each] of sent) tellSent(what, each);
    say(
      `columns with attacks in them: empty ${empty.length === 0 ? "none" : empty.join(", ")}; values ${values}`,
    );
    say(
      `${deck.dealt.size} of ${deck.payloads.length} attacks dealt; ${Math.round((performance.now() - began) / 1_000)} s`,
    );
    const bad = lines.reduce((sum, { found }) => sum + Object.values(found).reduce((a, b) => a + b, 0), 0);
    return {
      isClean: bad + sent.reduce((sum, [, { faults }]) => sum + faults.length, 0) + empty.length === 0,
    };
  } finally {
    await browser.close();
  }
}

/** The tag an odd element begins with, whatever page it is on and whatever was typed into it. */
const tagOf = (problem: string) =>
  (/<[^>]*>?/u.exec(problem)?.[0] ?? problem).replaceAll(/ (?:value|id|data-[a-z-]+)="[^"]*"/gu, "");

type Viewer = { id: string } | null;
type Worked = { pages: number; presses?: number; problems?: string[]; faults: string[] };

async function viewers(author: { id: string }) {
  const of = (role: "admin" | "reviewer") =>
    db.member.findFirstOrThrow({
      where: { role, email: { endsWith: "@demo.example" } },
      select: { id: true },
    });
  return { admin: await of("admin"), reviewer: await of("reviewer"), author } as const;
}

async function signIn(context: BrowserContext, { id: memberId }: { id: string }, url: string): Promise<void> {
  const session = { memberId, userAgent: null, now: new Date() };
  const { id } = await db.$transaction((tx) => insertSession(tx, session));
  await context.addCookies([{ name: sessionCookie().name, value: await sealSessionId(id), url }]);
}

function sumOf(
  { ran, violations, asked, faults }: Seen,
  found: { problems: string[]; faults: string[]; arrivals: number },
): Found {
  return {
    ...{ ran: ran.length, violations: violations.length, asked: asked.length + found.arrivals },
    ...{ problems: found.problems.length, faults: faults.length + found.faults.length },
  };
}

function tellHeads(): void {
  const heads = ["pages", "presses", "ran", "violations", "asked for", "odd elements", "faults"];
  say(`${"".padEnd(44)}${heads.map((head) => head.padStart(13)).join("")}`);
}

function tell(line: Line): void {
  const { ran, violations, asked, problems, faults } = line.found;
  const cells = [line.pages, line.presses ?? "", ran, violations, asked, problems, faults];
  say(`${line.what.padEnd(44)}${cells.map((cell) => String(cell).padStart(13)).join("")}`);
}

function tellSent(what: string, { fields, taken, calls, faults }: Sent): void {
  say(
    `${what}: ${fields}, ${taken.size} of them took attacks, in ${calls} requests; faults ${faults.length}`,
  );
  for (const fault of faults.slice(0, 10)) say(fault);
}
