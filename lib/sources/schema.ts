import { z } from "zod";
import { choice, id, optionalDay, optionalText, optionalWebAddress, text, version } from "#lib/input.ts";

export const SOURCE_KINDS = ["primary", "secondary", "reference"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
export const STANCES = ["supports", "refutes", "context"] as const;
export type Stance = (typeof STANCES)[number];
export const VISIBILITIES = ["public", "confidential"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** In UTF-16 code units. A quote is the words that matter, not the document. */
export const SOURCE_LIMITS = { title: 500, name: 300, quote: 3_000, note: 2_000 } as const;

const fields = {
  /** Empty for a source without an address: a book, a conversation. */
  url: optionalWebAddress,
  title: text(SOURCE_LIMITS.title),
  publisher: optionalText(SOURCE_LIMITS.name),
  author: optionalText(SOURCE_LIMITS.name),
  publishedOn: optionalDay,
  kind: choice(SOURCE_KINDS),
  interests: optionalText(SOURCE_LIMITS.note),
  stance: choice(STANCES),
  quote: optionalText(SOURCE_LIMITS.quote),
  note: optionalText(SOURCE_LIMITS.note),
  visibility: choice(VISIBILITIES).default("public"),
  /** Address of an archive's copy; or, without one, why there is none. */
  archiveUrl: optionalWebAddress,
  noSnapshotReason: optionalText(SOURCE_LIMITS.note),
};

/** A known address reuses the source that is there, and fills in what it lacked. */
export const attachEvidenceInput = z.strictObject({ claimId: id, ...fields });
export type AttachEvidenceInput = z.infer<typeof attachEvidenceInput>;

export const editEvidenceInput = z.strictObject({ evidenceId: id, version, ...fields });
export type EditEvidenceInput = z.infer<typeof editEvidenceInput>;

export const evidenceIdInput = z.strictObject({ evidenceId: id });
