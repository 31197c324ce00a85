import { z } from "zod";
import { locate } from "#lib/anchoring/locate.ts";
import { getArticle } from "#lib/articles/queries.ts";
import type { Actor } from "#lib/auth/policy.ts";
import {
  createClaim,
  dismissClaim,
  editChecks,
  editClaim,
  reopenClaim,
  submitClaim,
} from "#lib/claims/commands.ts";
import { getClaim, listClaims } from "#lib/claims/queries.ts";
import { createClaimInput, dismissClaimInput, editChecksInput, editClaimInput } from "#lib/claims/schema.ts";
import { CLAIM_LIMITS, CLAIMANT_KINDS, COMMA, DISMISSAL_GROUNDS, STATE_FILTERS } from "#lib/claims/values.ts";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { attachEvidence } from "#lib/evidence/commands.ts";
import { attachEvidenceInput } from "#lib/evidence/schema.ts";
import { choice, id, version } from "#lib/input.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import { claimReview } from "#lib/publishing/claim-review.ts";
import { correctClaim, publishClaim, withdrawClaim } from "#lib/publishing/commands.ts";
import { EVERYTHING, listClaims as listPublished, readSearch } from "#lib/publishing/listing.ts";
import { correctClaimInput, publishClaimInput, withdrawClaimInput } from "#lib/publishing/schema.ts";
import { CORRECTIONS, GATE_KEYS } from "#lib/publishing/values.ts";
import { giveOpinion, releaseClaim, returnClaim, takeClaim, takeNext } from "#lib/reviews/commands.ts";
import { giveOpinionInput, returnClaimInput } from "#lib/reviews/schema.ts";
import { getSource } from "#lib/sources/queries.ts";
import { SOURCE_KINDS, STANCES, VISIBILITIES, type Visibility } from "#lib/sources/values.ts";
import type { Scope } from "#lib/tokens/values.ts";
import { claimBody, requirePublished } from "./claim-body.ts";
import { type Answer, define, type Operation } from "./operation.ts";
import { paging } from "./paging.ts";
import { Problem } from "./problem.ts";
import { claimListShape, claimReviewShape, claimShape, positionSelector, quoteSelector } from "./shapes.ts";

const onClaim = z.strictObject({ id });
const nothing = z.strictObject({});
const said = (max: number) => z.string().max(max, "too_long");

const claimant = z
  .union([
    said(CLAIM_LIMITS.name),
    z.strictObject({ name: said(CLAIM_LIMITS.name), kind: choice(CLAIMANT_KINDS).optional() }),
  ])
  .nullable()
  .transform((given) => (typeof given === "string" ? { name: given } : given));

const topics = z
  .array(
    z
      .string()
      .max(CLAIM_LIMITS.topic, "too_long")
      .refine((topic) => !COMMA.test(topic), "not_a_choice"),
  )
  .max(CLAIM_LIMITS.topics, "too_many");

const details = {
  statement: said(CLAIM_LIMITS.statement).optional(),
  claimant: claimant.optional(),
  saidAt: z.iso.date("not_a_date").nullable().optional(),
  saidWhere: said(CLAIM_LIMITS.place).nullable().optional(),
  topics: topics.optional(),
};

const selector = z
  .array(z.discriminatedUnion("type", [quoteSelector, positionSelector]))
  .min(1, "required")
  .max(2, "too_many")
  .refine((all) => new Set(all.map(({ type }) => type)).size === all.length, "not_a_choice");

type Selectors = z.infer<typeof selector>;

/** Offsets of so many code points, in UTF-16 code units; null beyond the text's end. */
function unitsAt(text: string, codePoints: number): number | null {
  let at = 0;
  for (let count = 0; count < codePoints; count += 1) {
    if (at >= text.length) return null;
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}

/** Where the words are that the selectors name. Throws `words_not_there` and `words_ambiguous`: never a guess. */
function placeIn(text: string, selectors: Selectors): { start: number; end: number } {
  const quote = selectors.find((each) => each.type === "TextQuoteSelector");
  const position = selectors.find((each) => each.type === "TextPositionSelector");
  const start = position && unitsAt(text, position.start);
  if (quote) {
    const found = locate(text, { ...quote, start: start ?? undefined });
    if (found.kind === "ambiguous") throw new AppError("words_ambiguous", { field: "selector" });
    if (found.kind === "lost") throw new AppError("words_not_there", { field: "selector" });
    return { start: found.start, end: found.end };
  }
  const end = position && unitsAt(text, position.end);
  if (start == null || end == null || start >= end)
    throw new AppError("words_not_there", { field: "selector" });
  return { start, end };
}

/** The claim as whoever did something to it sees it now. */
async function answered(actor: Actor, claimId: string, now: Date, status = 200): Promise<Answer> {
  const headers = status === 201 ? { Location: `/api/v1/claims/${claimId}` } : {};
  return { status, body: await claimBody({ id: claimId, asker: actor, now }), headers };
}

const claimAnswer = { 200: { description: "The claim as it is now.", schema: claimShape } };
const madeAnswer = { 201: { description: "The claim as it is now.", schema: claimShape } };

const createOne = define({
  id: "createClaim",
  method: "POST",
  path: "/articles/{id}/claims",
  tag: "Claims",
  scope: "claims:write",
  summary: "Marks words of an article as a claim: a draft",
  description:
    "Selectors count Unicode code points. 422 when the words are not there, or stand in several places. Without a statement the words are it.",
  params: z.strictObject({ id }),
  body: z.strictObject({ ...details, selector }),
  answers: madeAnswer,
  problems: [404, 409],
  async run({ actor, params, body, now, decide }) {
    const made = await decide(async () => {
      const article = await getArticle(params.id);
      if (article === null) throw new AppError("not_found");
      const { id: revisionId, text } = article.revision;
      const { start, end } = placeIn(text, body.selector);
      const input = createClaimInput.parse({
        articleId: article.id,
        revisionId,
        start,
        end,
        statement:
          body.statement ?? text.slice(start, end).replace(/\s+/gu, " ").slice(0, CLAIM_LIMITS.statement),
        claimantName: body.claimant?.name ?? null,
        ...(body.claimant?.kind && { claimantKind: body.claimant.kind }),
        saidOn: body.saidAt ?? null,
        saidWhere: body.saidWhere ?? null,
        topics: (body.topics ?? []).join(","),
      });
      return createClaim({ actor, now, ...input });
    });
    return answered(actor, made.id, now, 201);
  },
});

const listAll = define({
  id: "listClaims",
  method: "GET",
  path: "/claims",
  tag: "Claims",
  scope: "public",
  summary: "Lists claims",
  description:
    "Without a token the published ones, latest first; with one all of the desk, last changed first, or those in one state.",
  query: z.strictObject({
    ...paging,
    q: z.string().max(200).optional(),
    state: choice(STATE_FILTERS).optional().describe("With a token."),
  }),
  answers: { 200: { description: "A page of claims.", schema: claimListShape } },
  problems: [],
  async run({ asker, query: { cursor, limit, q, state } }) {
    if (asker === null) {
      return { status: 200, body: await publicPage({ cursor, limit, q }), isPublic: true };
    }
    const page = await listClaims({ cursor, take: limit, search: q, state });
    const slugs = await slugsOf(page.items.map((item) => item.id));
    const items = page.items.map((item) => ({
      id: item.id,
      slug: slugs.get(item.id) ?? "",
      articleId: item.article.id,
      state: item.state,
      statement: item.statement,
      claimant: item.claimantName,
      rating: item.tone && item.ratingLabel ? { label: item.ratingLabel, tone: item.tone } : null,
      updatedAt: item.updatedAt.toISOString(),
    }));
    return { status: 200, body: { items, next: page.next } };
  },
});

async function slugsOf(ids: string[]): Promise<Map<string, string>> {
  const rows = await db.claim.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true } });
  return new Map(rows.map((row) => [row.id, row.slug]));
}

async function publicPage({
  cursor,
  limit,
  q,
}: {
  cursor: string | undefined;
  limit: number;
  q: string | undefined;
}) {
  const search = q === undefined ? null : await readSearch(q);
  const { items, next } = await listPublished(
    { ...EVERYTHING, search },
    { cursor: cursor ?? null, take: limit },
  );
  const rows = await db.publication.findMany({
    where: { slug: { in: items.map(({ slug }) => slug) }, isCurrent: true },
    select: { slug: true, claimId: true, articleId: true },
  });
  const known = new Map(rows.map((row) => [row.slug, row]));
  return {
    items: items.flatMap((item) => {
      const row = known.get(item.slug);
      if (row === undefined) return [];
      return {
        id: row.claimId,
        slug: item.slug,
        articleId: row.articleId,
        state: "published" as const,
        statement: item.statement,
        claimant: item.claimantName,
        rating: item.isRated ? { label: item.ratingLabel, tone: item.tone } : null,
        updatedAt: item.updatedAt.toISOString(),
      };
    }),
    next,
  };
}

const readOne = define({
  id: "getClaim",
  method: "GET",
  path: "/claims/{id}",
  tag: "Claims",
  scope: "public",
  summary: "One claim",
  description:
    "Without a token what readers get; with one what its member sees at the desk, others’ opinions hidden as there.",
  params: onClaim,
  answers: { 200: { description: "The claim.", schema: claimShape } },
  problems: [404],
  async run({ asker, params, now }) {
    return { status: 200, body: await claimBody({ ...params, asker, now }), isPublic: asker === null };
  },
});

const editOne = define({
  id: "editClaim",
  method: "PATCH",
  path: "/claims/{id}",
  tag: "Claims",
  scope: "claims:write",
  summary: "Changes a claim’s wording and details, and what the publish gate asks besides sources",
  description: "What is not there stays. `version` is the one that was read: 409 when somebody was faster.",
  params: onClaim,
  body: z.strictObject({
    version: z.int().min(1).max(2_147_483_647),
    ...details,
    noPrimaryReason: said(CLAIM_LIMITS.reason).nullable().optional(),
    searchNote: said(CLAIM_LIMITS.reason).nullable().optional(),
  }),
  answers: claimAnswer,
  problems: [404, 409],
  async run({ actor, params: { id: claimId }, body, now }) {
    const { version: seen, noPrimaryReason, searchNote, ...edits } = body;
    const before = await requireDesk(claimId, actor);
    if (before.version !== seen) throw new AppError("stale_version");
    if (Object.values(edits).some((value) => value !== undefined)) {
      const claimant = edits.claimant === undefined ? before.claimant : edits.claimant;
      const input = editClaimInput.parse({
        claimId,
        version: seen,
        statement: edits.statement ?? before.statement,
        claimantName: claimant?.name ?? null,
        ...(claimant?.kind && { claimantKind: claimant.kind }),
        saidOn: edits.saidAt === undefined ? before.saidOn : edits.saidAt,
        saidWhere: edits.saidWhere === undefined ? before.saidWhere : edits.saidWhere,
        topics: (edits.topics ?? before.topics).join(","),
      });
      await editClaim({ actor, now, ...input });
    }
    if (noPrimaryReason !== undefined || searchNote !== undefined) {
      const current = await requireDesk(claimId, actor);
      const input = editChecksInput.parse({
        claimId,
        version: current.version,
        noPrimaryReason: noPrimaryReason === undefined ? current.noPrimaryReason : noPrimaryReason,
        searchNote: searchNote === undefined ? current.searchNote : searchNote,
      });
      await editChecks({ actor, now, ...input });
    }
    return answered(actor, claimId, now);
  },
});

async function requireDesk(claimId: string, viewer: Actor) {
  const claim = await getClaim({ id: claimId, viewer });
  if (claim === null) throw new AppError("not_found");
  return claim;
}

const text = z.string().max(10_000, "too_long");

const attach = define({
  id: "attachEvidence",
  method: "POST",
  path: "/claims/{id}/evidence",
  tag: "Claims",
  scope: "claims:write",
  summary: "Uses a source for a claim",
  description:
    "A known address is the source that is there. A copy of the page is kept by itself, as at the desk. A source that is cited in confidence can be used again by its id in confidence alone.",
  params: onClaim,
  body: z
    .strictObject({
      source: z
        .strictObject({
          url: text.nullable().optional(),
          title: text.nullable().optional(),
          publisher: text.nullable().optional(),
          author: text.nullable().optional(),
          publishedAt: z.iso.date("not_a_date").nullable().optional(),
          kind: choice(SOURCE_KINDS).optional(),
          interests: text.nullable().optional(),
        })
        .optional(),
      sourceId: id.optional(),
      stance: choice(STANCES),
      quote: text.nullable().optional(),
      note: text.nullable().optional(),
      visibility: choice(VISIBILITIES)
        .optional()
        .describe("As the source named by its id is cited; of others public, when it is left out."),
      archiveUrl: text.nullable().optional(),
      noSnapshotReason: text.nullable().optional(),
    })
    .refine(({ source, sourceId }) => (source === undefined) !== (sourceId === undefined), {
      path: ["source"],
      error: "Give source or sourceId.",
    }),
  answers: madeAnswer,
  problems: [404, 409],
  async run({ actor, params: { id: claimId }, body, now, decide }) {
    await decide(async () => {
      const { source: described, sourceId, ...rest } = body;
      const source =
        sourceId === undefined ? (described ?? {}) : await knownSource(sourceId, actor, rest.visibility);
      const { publishedAt, ...fields } = source;
      const input = attachEvidenceInput.parse({
        ...withoutNulls({ ...fields, publishedOn: publishedAt, ...rest }),
        kind: fields.kind ?? "secondary",
        claimId,
      });
      return attachEvidence({ actor, now, ...input });
    });
    return answered(actor, claimId, now, 201);
  },
});

/** The forms' schemas take what is left out; what is null is left out. */
function withoutNulls(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}

/**
 * What is known of a source, to be said of it once more. One that is cited in confidence is cited so again, also where
 * nobody asks for that, and never in public: whoever sends an id has not read what would be told with it.
 */
async function knownSource(sourceId: string, viewer: Actor, asked: Visibility | undefined) {
  const found = await getSource({ id: sourceId, viewer });
  if (found === null) throw new AppError("not_found");
  if (found.visibility === "confidential" && asked === "public")
    throw new Problem(
      409,
      "source_confidential",
      "This source is cited in confidence. To cite its page in public, send its address and what may be told of it.",
    );
  const { url, title, publisher, author, publishedOn: publishedAt, kind, interests } = found;
  const visibility = asked ?? found.visibility;
  return { url, title, publisher, author, publishedAt, kind, interests, visibility };
}

const reason = z.strictObject({ reason: said(CLAIM_LIMITS.reason) });

type Step<Body> = {
  id: string;
  /** The last part of its path. */
  word: string;
  scope: Scope;
  summary: string;
  description?: string;
  body: z.ZodType<Body>;
  command: (given: { actor: Actor; claimId: string; now: Date; body: Body }) => Promise<unknown>;
};

/** A step in the life of a claim: one command, and the claim as it is then. */
function step<Body>({ word, command, scope, ...described }: Step<Body>): Operation {
  return define<z.infer<typeof onClaim>, object, Body>({
    ...described,
    scope,
    method: "POST",
    path: `/claims/{id}/${word}`,
    tag: "Life of a claim",
    params: onClaim,
    answers: claimAnswer,
    problems: [404, 409],
    async run({ actor, params: { id: claimId }, body, now, decide }) {
      await decide(() => command({ actor, claimId, now, body }));
      return answered(actor, claimId, now);
    },
  });
}

const submit = step({
  id: "submitClaim",
  word: "submit",
  scope: "claims:write",
  summary: "Sends a draft to the reviewers’ queue",
  body: nothing,
  command: ({ actor, claimId, now }) => submitClaim({ actor, claimId, now }),
});

const take = step({
  id: "takeClaim",
  word: "take",
  scope: "review",
  summary: "Leases a claim of the queue, or makes the lease longer",
  body: nothing,
  command: ({ actor, claimId, now }) => takeClaim({ actor, claimId, now }),
});

const release = step({
  id: "releaseClaim",
  word: "release",
  scope: "review",
  summary: "Gives a claim back to the queue, where it keeps its place",
  body: nothing,
  command: ({ actor, claimId, now }) => releaseClaim({ actor, claimId, now }),
});

const giveBack = step({
  id: "returnClaim",
  word: "return",
  scope: "review",
  summary: "Sends a claim back to its author",
  body: reason,
  command: ({ body, ...given }) =>
    returnClaim({ ...given, ...returnClaimInput.parse({ claimId: given.claimId, ...body }) }),
});

const dismiss = step({
  id: "dismissClaim",
  word: "dismiss",
  scope: "claims:write",
  summary: "Takes a claim off the desk’s work",
  body: z.strictObject({
    ground: choice(DISMISSAL_GROUNDS),
    reason: said(CLAIM_LIMITS.reason),
    duplicateOf: text.optional().describe("Id, slug or address of the claim this one repeats."),
  }),
  command: ({ body, ...given }) =>
    dismissClaim({ ...given, ...dismissClaimInput.parse({ claimId: given.claimId, ...body }) }),
});

const reopen = step({
  id: "reopenClaim",
  word: "reopen",
  scope: "claims:write",
  summary: "Makes a dismissed claim a draft again",
  body: nothing,
  command: ({ actor, claimId, now }) => reopenClaim({ actor, claimId, now }),
});

const publish = step({
  id: "publishClaim",
  word: "publish",
  scope: "publish",
  summary: "Lets readers see a claim that is ready",
  description: "409 names what the publish gate finds missing; one item may be overridden, with a reason.",
  body: z.strictObject({
    override: z.strictObject({ item: choice(GATE_KEYS), reason: said(CLAIM_LIMITS.reason) }).optional(),
  }),
  command({ body: { override }, ...given }) {
    const overridden = { overrideItem: override?.item ?? null, overrideReason: override?.reason ?? null };
    return publishClaim({ ...given, ...publishClaimInput.parse({ claimId: given.claimId, ...overridden }) });
  },
});

const withdraw = step({
  id: "withdrawClaim",
  word: "withdraw",
  scope: "publish",
  summary: "Takes a published claim back",
  body: reason,
  command: ({ body, ...given }) =>
    withdrawClaim({ ...given, ...withdrawClaimInput.parse({ claimId: given.claimId, ...body }) }),
});

const words = { conclusion: text, rationale: z.string().max(100_000, "too_long").describe("Markdown.") };
/** A rating by its key, as the claim's verdict names it, or by its id. */
const named = z.string().min(1, "required").max(200, "too_long");

/** Of the scale in use, by its key or its id. */
async function whereNamed(name: string) {
  const { scaleId } = await requireNewsroom();
  return { scaleId, OR: [{ key: name }, ...(id.safeParse(name).success ? [{ id: name }] : [])] };
}

async function ratingNamed(rating: string): Promise<string> {
  const found = await db.rating.findFirst({ where: await whereNamed(rating), select: { id: true } });
  if (found === null) throw new AppError("unknown_rating", { field: "rating" });
  return found.id;
}

async function problemNamed(problem: string): Promise<string> {
  const found = await db.problem.findFirst({ where: await whereNamed(problem), select: { id: true } });
  if (found === null) throw new AppError("unknown_rating", { field: "problem" });
  return found.id;
}

const decideOne = define({
  id: "giveVerdict",
  method: "POST",
  path: "/claims/{id}/verdicts",
  tag: "Life of a claim",
  scope: "review",
  summary: "Commits the opinion of whoever holds the claim",
  description:
    "Others’ opinions stay hidden until all are in. When they agree, the claim is ready to be published.",
  params: onClaim,
  body: z.strictObject({ rating: named, problem: named.optional(), ...words }),
  answers: madeAnswer,
  problems: [404, 409],
  async run({ actor, params: { id: claimId }, body, now, decide }) {
    await decide(async () => {
      const { rating, problem, ...rest } = body;
      const ratingId = await ratingNamed(rating);
      const problemId = problem === undefined ? null : await problemNamed(problem);
      return giveOpinion({
        actor,
        now,
        ...giveOpinionInput.parse({ claimId, ratingId, problemId, ...rest }),
      });
    });
    return answered(actor, claimId, now, 201);
  },
});

const correct = define({
  id: "correctClaim",
  method: "POST",
  path: "/claims/{id}/corrections",
  tag: "Life of a claim",
  scope: "publish",
  summary: "Changes what readers see, and tells them so",
  description:
    "What is not there stays as it was published. `version`: the publication’s number, to be refused when it is another.",
  params: onClaim,
  body: z.strictObject({
    type: choice(CORRECTIONS),
    reason: said(CLAIM_LIMITS.reason),
    version: version.optional(),
    statement: said(CLAIM_LIMITS.statement).optional(),
    rating: named.optional(),
    problem: named.optional(),
    conclusion: words.conclusion.optional(),
    rationale: words.rationale.optional(),
  }),
  answers: madeAnswer,
  problems: [404, 409],
  async run({ actor, params: { id: claimId }, body, now, decide }) {
    await decide(async () => {
      const { type, reason, rating, problem } = body;
      const { statement, verdict, publication } = await requireDesk(claimId, actor);
      const input = correctClaimInput.parse({
        claimId,
        type,
        reason,
        version: body.version ?? publication?.number ?? 1,
        statement: body.statement ?? statement,
        ratingId: rating === undefined ? (verdict?.rating.id ?? claimId) : await ratingNamed(rating),
        ...(problem !== undefined && { problemId: await problemNamed(problem) }),
        conclusion: body.conclusion ?? verdict?.conclusion ?? "—",
        rationale: body.rationale ?? verdict?.rationale ?? "—",
      });
      return correctClaim({ actor, now, ...input });
    });
    return answered(actor, claimId, now, 201);
  },
});

const readReview = define({
  id: "getClaimReview",
  method: "GET",
  path: "/claims/{id}/claimreview",
  tag: "Claims",
  scope: "public",
  summary: "A published claim as ClaimReview",
  description: "409 says why there is none.",
  params: onClaim,
  answers: { 200: { description: "JSON-LD.", schema: claimReviewShape, type: "application/ld+json" } },
  problems: [404, 409],
  async run({ params }) {
    const record = await requirePublished(params.id);
    const review = claimReview({ record, newsroom: await requireNewsroom(), siteUrl: env.PUBLIC_URL });
    if ("ineligible" in review) {
      throw new Problem(
        409,
        review.ineligible,
        `There is no ClaimReview of this claim: ${review.ineligible}.`,
      );
    }
    return {
      status: 200,
      body: review.jsonLd,
      headers: { "Content-Type": "application/ld+json" },
      isPublic: true,
    };
  },
});

const takeAny = define({
  id: "takeNext",
  method: "POST",
  path: "/queue/take",
  tag: "Queue",
  scope: "review",
  summary: "Leases the claim this member should do next",
  description: "404 when none waits for them.",
  body: nothing,
  answers: claimAnswer,
  problems: [404],
  async run({ actor, now, decide }) {
    const { claimId } = await decide(() => takeNext({ actor, now }));
    return answered(actor, claimId, now);
  },
});

export const claimOperations = [
  createOne,
  listAll,
  readOne,
  editOne,
  attach,
  submit,
  take,
  release,
  giveBack,
  dismiss,
  reopen,
  decideOne,
  publish,
  correct,
  withdraw,
  readReview,
  takeAny,
];
