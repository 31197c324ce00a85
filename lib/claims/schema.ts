import { z } from "zod";
import { choice, id, nameKey, optionalDay, optionalText, text, version } from "#lib/input.ts";
import { pathPart } from "#lib/search-params.ts";
import {
  CLAIM_LIMITS,
  CLAIMANT_KINDS,
  COMMA,
  DISMISSAL_GROUNDS,
  MOST_ASKED_CLAIMS,
  NAME_KINDS,
} from "./values.ts";

/** Topics as one line, separated by commas: trimmed, no doubles (however capitalised), at most ten. */
const topics = z
  .string()
  .default("")
  .transform((line) => {
    const byKey = new Map<string, string>();
    for (const typed of line.replaceAll("\0", "").toWellFormed().split(COMMA)) {
      const name = typed.trim().replace(/\s+/gu, " ");
      if (name !== "" && !byKey.has(nameKey(name))) byKey.set(nameKey(name), name);
    }
    return [...byKey.values()];
  })
  .superRefine((names, context) => {
    const tooBig = (limit: number, origin: "array" | "string", message: string) =>
      context.addIssue({ code: "too_big", maximum: limit, origin, message, input: names });
    if (names.length > CLAIM_LIMITS.topics) tooBig(CLAIM_LIMITS.topics, "array", "too_many");
    if (names.some((name) => name.length > CLAIM_LIMITS.topic))
      tooBig(CLAIM_LIMITS.topic, "string", "too_long");
  });

const details = {
  statement: text(CLAIM_LIMITS.statement),
  claimantName: optionalText(CLAIM_LIMITS.name),
  claimantKind: choice(CLAIMANT_KINDS).default("person"),
  saidOn: optionalDay,
  saidWhere: optionalText(CLAIM_LIMITS.place),
  topics,
};

/** What is done with an earlier claim that says nearly the same, by its id. */
const earlier = {
  /** The claim is dismissed as a duplicate of this one. */
  duplicateOfId: id.optional(),
  /** This one's public evidence is copied. */
  sourcesOfId: id.optional(),
};
export type EarlierInput = { duplicateOfId?: string | undefined; sourcesOfId?: string | undefined };

/** Which names are asked for, and what is typed of one. */
export const namesInput = z.strictObject({
  of: z.enum(NAME_KINDS),
  typed: z.string().max(CLAIM_LIMITS.place),
});

/** What is being typed, and the claim it is typed for when there is one already. */
export const checkedBeforeInput = z.strictObject({
  statement: text(CLAIM_LIMITS.statement),
  exceptId: id.nullable().default(null),
});

/** Offsets are UTF-16 code units into the revision's text, end exclusive. */
export const createClaimInput = z.strictObject({
  articleId: id,
  revisionId: id,
  start: z.coerce.number().int().min(0),
  end: z.coerce.number().int().min(1),
  ...details,
  ...earlier,
});
export type CreateClaimInput = z.infer<typeof createClaimInput>;

export const editClaimInput = z.strictObject({
  claimId: id,
  version,
  ...details,
  ...earlier,
  /** Without it the claimant stays what they are. */
  claimantKind: choice(CLAIMANT_KINDS).optional(),
});
export type EditClaimInput = z.infer<typeof editClaimInput>;

/** What the publish gate asks besides sources: why no primary one, and what was looked for on the other side. */
export const editChecksInput = z.strictObject({
  claimId: id,
  version,
  noPrimaryReason: optionalText(CLAIM_LIMITS.reason),
  searchNote: optionalText(CLAIM_LIMITS.reason),
});
export type EditChecksInput = z.infer<typeof editChecksInput>;

export const claimIdInput = z.strictObject({ claimId: id });

/** "https://desk.example/claims/nato-was-founded?page=2" → "nato-was-founded". */
function lastPart(address: string): string {
  const [path = ""] = address.split(/[?#]/);
  const part = path.split("/").findLast(Boolean) ?? "";
  return URL.canParse(address) ? pathPart(part) : part;
}

export const dismissClaimInput = z.strictObject({
  claimId: id,
  ground: choice(DISMISSAL_GROUNDS),
  reason: text(CLAIM_LIMITS.reason),
  /** The address, slug or id of the claim this one repeats; only with ground `duplicate`. */
  duplicateOf: optionalText(2_000).transform((named) => named && lastPart(named)),
});
export type DismissClaimInput = z.infer<typeof dismissClaimInput>;

export const prioritiseClaimInput = z.strictObject({
  claimId: id,
  priority: z.coerce.number().int().min(0).max(1),
});
export type PrioritiseClaimInput = z.infer<typeof prioritiseClaimInput>;

/** Which claims of an article a page asks for again: `?ids=…,…`. */
export const askedClaimsInput = z.strictObject({
  ids: z
    .string()
    .max(40 * MOST_ASKED_CLAIMS)
    .transform((ids) => ids.split(","))
    .pipe(z.array(id).min(1).max(MOST_ASKED_CLAIMS)),
});
