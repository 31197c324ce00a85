import { locate } from "#lib/anchoring/locate.ts";
import { reanchor } from "#lib/anchoring/reanchoring/reanchor.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { type Actor, forbidden, includesRole } from "#lib/auth/policy.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import type { Refusal } from "#lib/errors.ts";
import { MAX_ADDRESS } from "#lib/input.ts";
import { sourceAddress } from "#lib/sources/rules.ts";
import type { Finding } from "./values.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Days since the page was last cited or published upon, up to which it is looked at every so many days. */
const PACE = [
  { upTo: 30, every: 1 },
  { upTo: 180, every: 7 },
] as const;
const SELDOM = 30;

/** Milliseconds until a look that came to nothing is tried again: sooner than the usual, to know within days. */
const AGAIN = 8 * HOUR;

/**
 * When a page is looked at next. Daily while its evidence is fresh (`freshAt`: the latest of when it was attached and
 * its claim published), weekly up to half a year, then monthly. `spread`, 0 to 1 and always the same for one source,
 * moves it by a tenth either way, so that what was published together is not all looked at together.
 */
export function nextCheckAt({
  freshAt,
  failures,
  spread,
  now,
}: {
  freshAt: Date;
  failures: number;
  spread: number;
  now: Date;
}): Date {
  const age = (now.getTime() - freshAt.getTime()) / DAY;
  const usual = (PACE.find(({ upTo }) => age <= upTo)?.every ?? SELDOM) * DAY;
  const pause = failures > 0 ? Math.min(AGAIN, usual) : usual;
  return new Date(now.getTime() + Math.round(pause * (0.9 + 0.2 * spread)));
}

/** A number from 0 to 1 that is always the same for one source: the start of its id's random part. */
export function spreadOf(sourceId: string): number {
  return Number.parseInt(sourceId.slice(-8), 16) / 0xffffffff;
}

/** A page that failed this often in a row, over at least this long, counts as gone. */
const MOST_FAILURES = 5;
const LONGEST_FAILING = 2 * DAY;

/** Whether a look that failed means that the page is gone. What says so itself is believed at once. */
export function isGone({
  status,
  failures,
  failingSince,
  now,
}: {
  /** Of the answer; null when there was none. */
  status: number | null;
  /** In a row, this one included. */
  failures: number;
  failingSince: Date;
  now: Date;
}): boolean {
  if (status === 404 || status === 410) return true;
  return failures >= MOST_FAILURES && now.getTime() - failingSince.getTime() >= LONGEST_FAILING;
}

/**
 * The page a source's address leads to for good, or null where that is the same page under another spelling, or its
 * address longer than any that can be kept.
 */
export function movedTo(url: string, permanentUrl: string): string | null {
  if (pageKey(url) === pageKey(permanentUrl)) return null;
  const to = sourceAddress(permanentUrl);
  return to.length > MAX_ADDRESS ? null : to;
}

/** One key for what is one page: scheme, `www.`, a slash or an index file at the end tell no pages apart. */
function pageKey(url: string): string {
  const { hostname, port, pathname, search, hash } = new URL(sourceAddress(url));
  const path = pathname.replace(/\/index\.(?:html?|php)$/i, "/").replace(/\/+$/, "");
  return `${hostname.replace(/^www\./, "")}:${port}${path}${search}${hash}`;
}

/** Quoted words with their place in the text of the copy they were found in, in UTF-16 code units. */
export type CitedWords = Span & { quote: string; prefix: string; suffix: string; copyText: string };

/** Whether quoted words stand in a text; if not, what stands in their place, as far as there is something like them. */
export type WordsNow = { isThere: true } | { isThere: false; near: Span | null };

/** Looks for quoted words in what a page says now. Where on the page they stand does not matter. */
export function wordsNow({ copyText, ...cited }: CitedWords, text: string): WordsNow {
  if (copyText === text) return { isThere: true };
  const { quote: exact, prefix, suffix, start } = cited;
  if (locate(text, { exact, prefix, suffix, start }).kind !== "lost") return { isThere: true };
  const [found] = reanchor({ before: copyText, after: text, passages: [{ id: "", ...cited }] });
  if (found?.outcome === "exact" || found?.outcome === "moved") return { isThere: true };
  const near = found?.outcome === "reworded" ? found : null;
  return { isThere: false, near: near && { start: near.start, end: near.end } };
}

/**
 * What a look at a page says of one piece of evidence: a finding, that there is none (`fine`), that the page is there
 * but nothing is known of its words (`there`), or nothing at all (`unknown`).
 */
export type Verdict =
  | { kind: "gone" }
  | { kind: "moved"; to: string; hasWords: boolean | null; near: Span | null }
  | { kind: "words_gone"; near: Span | null }
  | { kind: "fine" | "there" | "unknown" };

/** What was seen of a page. `text` null: it is the page that was compared last. */
export type Seen =
  | { kind: "failed"; isGone: boolean }
  | { kind: "page"; movedTo: string | null; text: string | null };

/** `words` null: nothing is quoted, or nothing that stood in a kept copy. */
export function verdictOn(words: CitedWords | null, seen: Seen): Verdict {
  if (seen.kind === "failed") return { kind: seen.isGone ? "gone" : "unknown" };
  const now = words && seen.text !== null ? wordsNow(words, seen.text) : null;
  const near = now?.isThere === false ? now.near : null;
  if (seen.movedTo !== null) return { kind: "moved", to: seen.movedTo, hasWords: now?.isThere ?? null, near };
  if (now?.isThere === false) return { kind: "words_gone", near };
  return { kind: seen.text === null ? "there" : "fine" };
}

/** A task of a piece of evidence that is open, or that a person settled by saying that the claim stands. */
export type KnownTask = { finding: Finding; movedTo: string | null };

/**
 * What a verdict makes of the tasks there are: raise one, replace the open one by what is the matter now, close it by
 * itself, or nothing. What a person said stands (`standing`) is not raised again, until the page had once been right.
 */
export type Step = "raise" | "replace" | "close" | "nothing";

export function stepOf({
  verdict,
  open,
  standing,
}: {
  verdict: Verdict;
  open: KnownTask | null;
  standing: readonly KnownTask[];
}): Step {
  if (verdict.kind === "unknown") return "nothing";
  if (verdict.kind === "fine") return open === null ? "nothing" : "close";
  if (verdict.kind === "there") return open !== null && open.finding !== "words_gone" ? "close" : "nothing";
  const isSame = (task: KnownTask) =>
    task.finding === verdict.kind && (verdict.kind !== "moved" || task.movedTo === verdict.to);
  if (standing.some(isSame)) return "nothing";
  if (open === null) return "raise";
  return isSame(open) ? "nothing" : "replace";
}

/** Whether what a person said of a finding stops mattering: the page is right again in just that. */
export function lapses({ finding }: KnownTask, { kind }: Verdict): boolean {
  if (kind === "unknown" || kind === "gone" || kind === finding) return false;
  return kind === "fine" || finding !== "words_gone";
}

/** Milliseconds between two looks that people ask for. */
const ASKED_PAUSE = 5 * 60_000;

/** Why nobody may have a page looked at now, or null. */
export function askRefusal(
  watch: { checkedAt: Date | null; checkingUntil: Date | null; askedAt: Date | null } | null,
  actor: Pick<Actor, "role">,
  now: Date,
): Refusal | null {
  const refused = forbidden(actor, "evidence.edit");
  if (refused) return refused;
  const last = Math.max(watch?.checkedAt?.getTime() ?? 0, watch?.askedAt?.getTime() ?? 0);
  const isRecent = now.getTime() - last < ASKED_PAUSE || isChecking(watch, now);
  return isRecent ? { reason: "checked_just_now", values: { minutes: ASKED_PAUSE / 60_000 } } : null;
}

/** Whether a look at the page is under way. */
export function isChecking(watch: { checkingUntil: Date | null } | null, now: Date): boolean {
  return watch?.checkingUntil != null && watch.checkingUntil > now;
}

/** What a source task is settled by needs to know. */
export type TaskFacts = {
  isOpen: boolean;
  finding: Finding;
  claim: { state: ClaimState; authorId: string };
};

/**
 * Why `actor` may not say that the claim stands although its source changed, or null: of a draft its author or an
 * editor may; once others judge or have judged the claim, an editor.
 */
export function standsRefusal(task: TaskFacts, actor: Pick<Actor, "id" | "role">): Refusal | null {
  if (!task.isOpen) return { reason: "task_settled" };
  if (includesRole(actor.role, "editor")) return null;
  if (task.claim.state !== "draft") return { reason: "not_allowed" };
  return task.claim.authorId === actor.id ? forbidden(actor, "evidence.edit") : { reason: "not_yours" };
}

/** Why `actor` may not say that readers need a correction, or null. Only what they have been told can be corrected. */
export function correctingRefusal(task: TaskFacts, actor: Pick<Actor, "id" | "role">): Refusal | null {
  if (!task.isOpen) return { reason: "task_settled" };
  if (task.claim.state !== "published") return { reason: "nothing_published" };
  return forbidden(actor, "claim.correct");
}

/** How it stands with all of these sources together, in whatever order they are named. */
export function standingOf(ids: readonly string[], standings: ReadonlyMap<string, string>): string {
  return [...new Set(ids)]
    .toSorted()
    .map((id) => standings.get(id) ?? "none")
    .join(" ");
}

/**
 * Why `actor` may not give the source its new address, or null. The address is every claim's that cites the source:
 * where others do (`citedElsewhere`) it is an editor's to change.
 */
export function replaceRefusal(
  task: TaskFacts & { citedElsewhere: boolean },
  actor: Pick<Actor, "id" | "role">,
): Refusal | null {
  if (task.isOpen && task.finding !== "moved") return { reason: "task_settled" };
  if (task.citedElsewhere && !includesRole(actor.role, "editor")) return { reason: "not_allowed" };
  return standsRefusal(task, actor);
}
