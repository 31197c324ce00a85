import { z } from "zod";
import { choice, id, optionalDay, optionalText, optionalWebAddress, text, version } from "#lib/input.ts";
import { SOURCE_KINDS, SOURCE_LIMITS, STANCES, VISIBILITIES } from "./values.ts";

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
