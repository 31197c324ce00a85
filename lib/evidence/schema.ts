import { z } from "zod";
import { choice, id, optionalText, text, version } from "#lib/input.ts";
import { address, saidOfSource } from "#lib/sources/schema.ts";
import { SOURCE_LIMITS, STANCES, titleOfAddress, titleOfFile, VISIBILITIES } from "#lib/sources/values.ts";

const fields = {
  /** Empty for a source without an address: a book, a conversation. */
  url: address,
  /** May be left out where an address is given. */
  title: optionalText(SOURCE_LIMITS.title),
  ...saidOfSource,
  stance: choice(STANCES),
  quote: optionalText(SOURCE_LIMITS.quote),
  note: optionalText(SOURCE_LIMITS.note),
  visibility: choice(VISIBILITIES).default("public"),
  /** Address of an archive's copy; or, without one, why there is none. */
  archiveUrl: address,
  noSnapshotReason: optionalText(SOURCE_LIMITS.note),
};

type Named = { url: string | null; title: string | null };

/** Asked along with what is wrong with the other fields, not after it. */
const isNamed = {
  path: ["title"],
  error: "title_or_address",
  when: ({ value }: { value: unknown }) => typeof value === "object",
};

/** An address stands for the title until the source's own is known; without one the title is all there is. */
function titled<Input extends Named>(input: Input): Input & { title: string } {
  return { ...input, title: input.title ?? titleOfAddress(input.url ?? "") };
}

const hasName = ({ url, title }: Named) => title !== null || url !== null;

/** A known address reuses the source that is there, and fills in what it lacked. */
export const attachEvidenceInput = z
  .strictObject({ claimId: id, ...fields })
  .refine(hasName, isNamed)
  .transform(titled);
export type AttachEvidenceInput = z.infer<typeof attachEvidenceInput>;

/**
 * The same with a file in place of the address, whose name stands for the title until the document's own is known.
 * `alt`: what a picture shows. A file goes without an address: that would be a second source, with copies of its own.
 */
export const attachDocumentInput = z
  .strictObject({
    claimId: id,
    ...fields,
    url: z
      .literal("", "file_or_address")
      .default("")
      .transform(() => null),
    /** Shown and kept, never used as a path. */
    fileName: text(SOURCE_LIMITS.name).catch("file"),
    alt: optionalText(SOURCE_LIMITS.note),
  })
  .transform((input) => ({ ...input, title: input.title ?? titleOfFile(input.fileName) }));
export type AttachDocumentInput = z.infer<typeof attachDocumentInput>;

export const editEvidenceInput = z
  .strictObject({ evidenceId: id, version, ...fields })
  .refine(hasName, isNamed)
  .transform(titled);
export type EditEvidenceInput = z.infer<typeof editEvidenceInput>;

const offset = z.coerce.number("not_a_choice").int().min(0);

/** Words of a kept copy, in UTF-16 code units of its text. */
export const chooseQuoteInput = z.strictObject({
  evidenceId: id,
  version,
  snapshotId: id,
  start: offset,
  end: offset,
});
export type ChooseQuoteInput = z.infer<typeof chooseQuoteInput>;

/** All evidence of a claim in the order it is to have: the ids, with commas between them. */
export const orderEvidenceInput = z.strictObject({
  claimId: id,
  evidenceIds: text(20_000)
    .transform((ids) => ids.split(","))
    .pipe(z.array(id).max(500, "too_many")),
});
export type OrderEvidenceInput = z.infer<typeof orderEvidenceInput>;

export const removeEvidenceInput = z.strictObject({ evidenceId: id, version });
export type RemoveEvidenceInput = z.infer<typeof removeEvidenceInput>;
