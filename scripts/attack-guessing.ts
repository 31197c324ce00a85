import { GUESSES } from "#lib/guarding/guesses.ts";
import { median } from "./lib/bench/first-view.ts";
import { readyBuild } from "./lib/build.ts";
import { PASSWORD, startGuessingSite, tryToSignIn } from "./lib/guessing-site.ts";
import { Problem } from "./lib/screen.mjs";

// `npm run attack:guessing`: 10,000 passwords guessed from 50 addresses against the production server, on this machine
// alone: at one account, then at many; how many were looked at, beside the limits. Then what known and unknown
// addresses are told, and how fast.

const TRIES = 10_000;
const SENDERS = 50;
const AT_ONCE = 25;
const COMPARED = 200;
/** Milliseconds between the medians of known and unknown addresses. */
const MOST_APART = 10;

const say = (line = "") => process.stdout.write(`${line}\n`);
const failed: string[] = [];
const member = (at: number) => `member-${String(at).padStart(3, "0")}@desk.example`;
const nobody = (at: number) => `nobody-${String(at).padStart(3, "0")}@desk.example`;
const half = (at: number) => Math.floor(at / 2);
const TARGET = member(0);

await readyBuild();
await using stack = new AsyncDisposableStack();
const site = await startGuessingSite(
  stack,
  Array.from({ length: 200 }, (_, at) => member(at)),
);

const known = (await tryToSignIn(site, { email: TARGET, password: PASSWORD, sender: "192.0.2.200" })).cookies;
say(
  `\n${TRIES} guesses from ${SENDERS} addresses`.padEnd(48) + "looked at".padStart(10) + "limit".padStart(8),
);
report("at one account", await guess("198.51.100", () => TARGET), GUESSES.account.most);
await expectKind("the right password from a stranger then", "refused", []);
await expectKind("and from a browser that has signed in before", "in", known);
const mixed = (at: number) => (at % 2 === 0 ? member(1 + (half(at) % 90)) : nobody(half(at) % 90));
report(
  "at 180 accounts, half of them unknown",
  await guess("203.0.113", mixed),
  SENDERS * GUESSES.sender.most,
);
await compare();
if (failed.length > 0) throw new Problem(failed.join("\n"));

/** How many of the guesses were looked at. */
async function guess(network: string, emailOf: (at: number) => string): Promise<number> {
  let next = 0;
  let looked = 0;
  const work = async () => {
    for (let at = next++; at < TRIES; at = next++) {
      const sender = `${network}.${1 + (at % SENDERS)}`;
      const { kind } = await tryToSignIn(site, {
        email: emailOf(at),
        password: `guess number ${at}`,
        sender,
      });
      if (kind === "in") throw new Problem("A guess was right.");
      if (kind === "checked") looked += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return looked;
}

function report(what: string, looked: number, limit: number): void {
  say(what.padEnd(47) + String(looked).padStart(10) + String(limit).padStart(8));
  if (looked > limit) failed.push(`More guesses were looked at than the limit says: ${what}.`);
}

async function expectKind(what: string, kind: string, cookies: readonly string[]): Promise<void> {
  const outcome = await tryToSignIn(site, {
    email: TARGET,
    password: PASSWORD,
    sender: "192.0.2.201",
    cookies,
  });
  say(`${what}: ${outcome.kind}`);
  if (outcome.kind !== kind) failed.push(`${what}: ${outcome.kind}, not ${kind}.`);
}

/** Known and unknown addresses in turns: first guesses that are looked at, then ones that no longer are. */
async function compare(): Promise<void> {
  say(`\n${`${COMPARED} tries each, in turns, median`.padEnd(36)}known     unknown   apart     answers`);
  const accounts = COMPARED / GUESSES.account.most;
  for (const kind of ["checked", "refused"]) {
    const times: [number[], number[]] = [[], []];
    const told = new Set<string>();
    for (let at = 0; at < 2 * COMPARED; at += 1) {
      const email = (at % 2 === 0 ? member : nobody)(100 + (half(at) % accounts));
      const sender = `192.0.2.${1 + Math.floor(at / GUESSES.sender.most)}`;
      const outcome = await tryToSignIn(site, { email, password: "a wrong password", sender });
      if (outcome.kind !== kind) throw new Problem(`${email} was ${outcome.kind}, not ${kind}.`);
      times[at % 2 === 0 ? 0 : 1].push(outcome.milliseconds);
      told.add(outcome.bytes);
    }
    const [ours, theirs] = times.map(median) as [number, number];
    const apart = Math.abs(ours - theirs);
    const cells = [ours, theirs, apart].map((time) => `${time.toFixed(1)} ms`.padEnd(10));
    say(
      `${kind === "checked" ? "looked at" : "beyond the limit"}`.padEnd(36) +
        cells.join("") +
        (told.size === 1 ? "the same bytes" : `${told.size} different ones`),
    );
    if (apart > MOST_APART || told.size > 1) failed.push(`Known and unknown addresses differ: ${kind}.`);
  }
}
