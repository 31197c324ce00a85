import type { Block } from "#lib/anchoring/blocks.ts";
import { textFragment } from "#lib/anchoring/fragments/text-fragment.ts";
import { wordsInContext } from "#lib/anchoring/sentences.ts";
import { articleFields } from "#lib/articles/queries.ts";
import { storedBlocks } from "#lib/articles/schema.ts";
import type { Tx } from "#lib/db/client.ts";
import { dayFrom } from "#lib/db/days.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { isSettled, placeOf } from "#lib/passages/rules.ts";
import { snapshotMetadata } from "#lib/snapshots/schema.ts";
import { countWhoSawAll } from "#lib/sources/rules.ts";
import type { Override } from "./rules.ts";
import { type PublishedClaim, publishedClaim } from "./schema.ts";

/** What is said of the claim: its wording and the verdict, as they are to be published. */
export type Words = {
  statement: string;
  ratingId: string;
  problemId: string | null;
  conclusion: string;
  rationale: string;
};

type Copy = { claimId: string; words: Words; editorName: string; override: Override | null };

/**
 * A claim as readers get it, as it stands now. This is where desk work becomes public: only what is named here
 * goes out, and of confidential sources nothing but their number and that of the editors who have seen them all.
 */
export async function freeze(
  tx: Tx,
  { claimId, words, editorName, override }: Copy,
): Promise<PublishedClaim> {
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: claimSelect });
  const shown = claim.evidence.filter(({ visibility }) => visibility === "public");
  const hidden = claim.evidence.filter(({ visibility }) => visibility === "confidential");
  const reviews = claim.reviews.filter(({ round }) => round === claim.round);
  const opinions = reviews.filter(({ stage }) => stage !== "adjudication");
  const adjudication = reviews.find(({ stage }) => stage === "adjudication");
  return publishedClaim.parse({
    statement: words.statement,
    claimant: claim.claimant,
    saidOn: dayFrom(claim.saidOn),
    saidWhere: claim.saidWhere,
    topics: claim.topics.map(({ topic }) => topic),
    article: { ...claim.article, publishedOn: dayFrom(claim.article.publishedOn) },
    passages: await passageCopies(tx, claim),
    rating: await ratingCopy(tx, words.ratingId),
    problem: await problemCopy(tx, words.problemId),
    conclusion: words.conclusion,
    rationale: words.rationale,
    evidence: shown.map(evidenceCopy),
    confidentialSources: hidden.length,
    confidentialSeenBy: countWhoSawAll(
      hidden.map(({ sightings }) => sightings.map(({ memberId }) => memberId)),
    ),
    noPrimaryReason: claim.noPrimaryReason,
    searchNote: claim.searchNote,
    replies: claim.replyRequests.map((reply) => ({
      ...reply,
      askedOn: dayFrom(reply.askedOn),
      deadlineAt: reply.deadlineAt?.toISOString() ?? null,
    })),
    people: {
      author: claim.author.name,
      reviewers: opinions.map(({ reviewer }) => reviewer.name),
      adjudicator: adjudication?.reviewer.name ?? null,
      editor: editorName,
    },
    opinions: opinions.length,
    override,
  });
}

const passageSelect = {
  previousId: true,
  startOffset: true,
  endOffset: true,
  quote: true,
  outcome: true,
  repair: true,
  revision: { select: { number: true, text: true, blocks: true } },
} satisfies Prisma.PassageSelect;

type PassageRow = Prisma.PassageGetPayload<{ select: typeof passageSelect }>;

const claimSelect = {
  round: true,
  saidOn: true,
  saidWhere: true,
  noPrimaryReason: true,
  searchNote: true,
  claimant: { select: { name: true, slug: true, kind: true } },
  author: { select: { name: true } },
  topics: { orderBy: { topic: { name: "asc" } }, select: { topic: { select: { name: true, slug: true } } } },
  article: { select: articleFields },
  passages: {
    where: { isCurrent: true },
    orderBy: [{ startOffset: "asc" }, { id: "asc" }],
    select: passageSelect,
  },
  evidence: {
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      number: true,
      stance: true,
      quote: true,
      note: true,
      visibility: true,
      noSnapshotReason: true,
      readAt: true,
      quoteStart: true,
      quoteEnd: true,
      quotedIn: { select: { text: true, blocks: true, metadata: true } },
      sightings: { select: { memberId: true } },
      snapshot: { select: { archiveUrl: true } },
      source: {
        select: {
          title: true,
          url: true,
          publisher: true,
          author: true,
          publishedOn: true,
          kind: true,
          interests: true,
          snapshots: {
            where: { state: "kept" },
            orderBy: [{ createdAt: "desc" }, { id: "desc" }],
            take: 1,
            select: { readAt: true, sha256: true },
          },
        },
      },
    },
  },
  replyRequests: {
    orderBy: [{ askedOn: "asc" }, { id: "asc" }],
    select: { asked: true, via: true, askedOn: true, deadlineAt: true, outcome: true, answer: true },
  },
  reviews: {
    orderBy: { stage: "asc" },
    select: { round: true, stage: true, reviewer: { select: { name: true } } },
  },
} satisfies Prisma.ClaimSelect;

type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>;

/** The places in the newest text or, of a claim that has none left in it, the last ones it had. */
async function passageCopies(tx: Tx, { passages, article }: ClaimRow): Promise<PublishedPassage[]> {
  const placed = passages.filter(isSettled).flatMap((passage) => passageCopy(passage, article.language));
  if (placed.length > 0) return placed;
  const gone: (PassageRow | null)[] = [];
  for (const passage of passages) gone.push(await lastPlaced(tx, passage));
  return gone.flatMap((passage) =>
    passage ? passageCopy(passage, article.language).map((copy) => ({ ...copy, isGone: true })) : [],
  );
}

/** Back through the revisions to the last in which the words had a place; null when a person never gave them one. */
async function lastPlaced(tx: Tx, passage: PassageRow): Promise<PassageRow | null> {
  let found: PassageRow | null = passage;
  while (found !== null && (placeOf(found) === null || !isSettled(found))) {
    const id: string | null = found.previousId;
    found = id === null ? null : await tx.passage.findUnique({ where: { id }, select: passageSelect });
  }
  return found;
}

type PublishedPassage = PublishedClaim["passages"][number];

/** None for a passage without a place. */
function passageCopy(passage: PassageRow, language: string): PublishedPassage[] {
  const { quote, revision } = passage;
  const place = placeOf(passage);
  if (place === null) return [];
  const blocks: Block[] = storedBlocks.parse(revision.blocks);
  const context = wordsInContext(revision.text, blocks, place, language);
  return [
    {
      revision: revision.number,
      ...place,
      quote,
      before: context.text.slice(0, context.start),
      after: context.text.slice(context.end),
      isGone: false,
      fragment: textFragment(revision.text, place, blocks),
    },
  ];
}

function evidenceCopy({
  source,
  snapshot,
  visibility: _,
  sightings: __,
  quotedIn,
  quoteStart,
  quoteEnd,
  ...evidence
}: ClaimRow["evidence"][number]) {
  const { snapshots, ...cited } = source;
  const [kept] = snapshots;
  return {
    ...evidence,
    ...cited,
    ...quotePlace(quotedIn, quoteStart, quoteEnd),
    keptCopy: kept?.readAt ? { readAt: kept.readAt.toISOString(), sha256: kept.sha256 } : null,
    publishedOn: dayFrom(source.publishedOn),
    readAt: evidence.readAt.toISOString(),
    archiveUrl: snapshot?.archiveUrl ?? null,
  };
}

type Quoted = Pick<PublishedClaim["evidence"][number], "context" | "fragment">;

/** What stands around a quote in the copy it was found in, and what finds it on the page; nothing where it was not found. */
function quotePlace(
  copy: ClaimRow["evidence"][number]["quotedIn"],
  start: number | null,
  end: number | null,
): Quoted {
  if (!copy?.text || start === null || end === null) return { context: null, fragment: null };
  const blocks: Block[] = storedBlocks.parse(copy.blocks ?? []);
  const language = copy.metadata === null ? "und" : snapshotMetadata.parse(copy.metadata).language;
  const place = { start, end };
  const { text, ...words } = wordsInContext(copy.text, blocks, place, language);
  return {
    context: { before: text.slice(0, words.start), after: text.slice(words.end) },
    fragment: textFragment(copy.text, place, blocks),
  };
}

async function ratingCopy(tx: Tx, ratingId: string): Promise<PublishedClaim["rating"]> {
  const { scale, ...rating } = await tx.rating.findUniqueOrThrow({
    where: { id: ratingId },
    select: {
      key: true,
      label: true,
      definition: true,
      tone: true,
      value: true,
      scale: {
        select: { name: true, version: true, isRated: true, ratings: { select: { value: true } } },
      },
    },
  });
  const values = scale.ratings.flatMap(({ value }) => (value === null ? [] : [value]));
  const range = values.length === 0 ? null : { worst: Math.min(...values), best: Math.max(...values) };
  const { name, version, isRated } = scale;
  return { ...rating, range, scale: name, version, isRated };
}

async function problemCopy(tx: Tx, problemId: string | null): Promise<PublishedClaim["problem"]> {
  if (problemId === null) return null;
  return tx.problem.findUniqueOrThrow({
    where: { id: problemId },
    select: { key: true, label: true, definition: true },
  });
}
