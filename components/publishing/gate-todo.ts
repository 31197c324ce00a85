import { evidenceAnchor } from "#components/claims/footnotes.ts";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import type { ClaimPage } from "#lib/claims/loaders.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import type { GateItem } from "#lib/publishing/rules.ts";

/** How much the newsroom asks for. */
export type GateNumbers = { minSources: number; opinionsRequired: number };

type Facts = Pick<ClaimPage, "can"> & {
  claim: Pick<ClaimDetail, "state" | "author" | "evidence">;
};
type Telling = { words: Words; locale: string };

/** What is to be done for an item that is not done. */
export function todoOf(
  { key, status }: GateItem,
  { claim, numbers, words, locale }: Pick<Facts, "claim"> & Telling & { numbers: GateNumbers },
): string {
  const { items, nothingToCopy, waits, overdue } = words.claims.gate;
  if (status === "not_yet") return nothingToCopy;
  if (status === "waits") return waits;
  if (status === "overdue") return overdue;
  if (key === "sources") return plural(locale, items.sources.todo, numbers.minSources);
  if (key === "second_opinion") return plural(locale, items.second_opinion.todo, numbers.opinionsRequired);
  if (key === "verdict" && claim.state === "adjudication") return items.verdict.differ;
  return items[key].todo;
}

/** Where on the claim's page this member settles an item: the id of the place. Null where they may not, or nobody can. */
export function placeOf({ key, status }: GateItem, { claim, can }: Facts): string | null {
  if (key === "verdict" || key === "second_opinion") return can.decide === null ? "verdict" : null;
  if (can.edit_evidence !== null || status === "not_yet") return null;
  const places = {
    sources: "attach",
    primary: "no-primary",
    snapshots: withoutCopy(claim),
    both_sides: "search-note",
    reply: status === "missing" ? "ask" : "replies",
  };
  return places[key];
}

/** Who settles an item that this member may not; null where the item itself says it. */
export function whoseOf(
  { key, status }: GateItem,
  { claim, words }: Facts & Pick<Telling, "words">,
): string | null {
  if (key === "verdict" || key === "second_opinion" || status === "not_yet") return null;
  const texts = words.claims.gate.whose;
  switch (claim.state) {
    case "draft":
      return fill(texts.author, { name: claim.author.name });
    case "in_review":
    case "second_review":
    case "adjudication":
      return texts.reviewer;
    default:
      return texts.editor;
  }
}

/** The place of the first source that has neither a copy nor a reason why not. */
function withoutCopy({ evidence }: Facts["claim"]): string {
  const first = evidence.find(
    ({ visibility, archiveUrl, copies, noSnapshotReason }) =>
      visibility === "public" && archiveUrl === null && !copies?.kept && noSnapshotReason === null,
  );
  return first ? evidenceAnchor(first.number) : "evidence";
}
