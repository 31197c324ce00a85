import { z } from "zod";
import { choice, id, optionalDay, optionalText, optionalWebAddress, text, version } from "#lib/input.ts";
import { SOURCE_KINDS, SOURCE_LIMITS, STANCES, titleOfAddress, titleOfFile, VISIBILITIES } from "./values.ts";

/**
 * Labels of letters, digits and hyphens with dots between them, the last without digits unless it is a name in other
 * letters as addresses write it; then the rest of an address.
 */
const WITHOUT_SCHEME =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+(?:\p{L}[\p{L}\p{M}]{1,62}|xn--[a-z0-9-]{1,59})(?:[/?#].*)?$/su;

/** What ends so is a file somebody has, unless more of an address stands around it. */
const FILE = /^(?!www\.)[^/?#]*\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf|txt|csv|html?|jpe?g|png|zip)$/iu;

/**
 * What is typed as it is printed, "www.example.org/treaty", as an https address. Everything else stays as it is, to be
 * judged as an address: what names a scheme, a port or a user, and numbers.
 */
function withScheme(typed: string): string {
  const address = typed.trim();
  return WITHOUT_SCHEME.test(address) && !FILE.test(address) ? `https://${address}` : typed;
}

const address = z.preprocess(
  (typed) => (typeof typed === "string" ? withScheme(typed) : typed),
  optionalWebAddress,
);

const fields = {
  /** Empty for a source without an address: a book, a conversation. */
  url: address,
  /** May be left out where an address is given. */
  title: optionalText(SOURCE_LIMITS.title),
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
  archiveUrl: address,
  noSnapshotReason: optionalText(SOURCE_LIMITS.note),
};

type Named = { url: string | null; title: string | null };

/** Asked along with what is wrong with the other fields, not after it. */
const isNamed = {
  path: ["title"],
  error: "required",
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

export const describeSourceInput = z.strictObject({
  sourceId: id,
  version,
  title: text(SOURCE_LIMITS.title),
  publisher: fields.publisher,
  author: fields.author,
  publishedOn: fields.publishedOn,
  kind: fields.kind,
  interests: fields.interests,
  /** What the desk thinks of it. Never public. */
  reliabilityNote: optionalText(SOURCE_LIMITS.note),
  /** What its picture shows, where it is one. */
  alt: optionalText(SOURCE_LIMITS.note),
});
export type DescribeSourceInput = z.infer<typeof describeSourceInput>;

/** The source that goes, and the one it becomes part of: its id, or the address of its page. */
export const mergeSourcesInput = z.strictObject({
  sourceId: id,
  intoId: z.preprocess(
    (typed) =>
      typeof typed === "string" ? (/[0-9a-f-]{36}(?=\/?$)/i.exec(typed.trim())?.[0] ?? typed) : typed,
    id,
  ),
});
export type MergeSourcesInput = z.infer<typeof mergeSourcesInput>;

export const suggestSourcesInput = z.strictObject({ typed: z.string().max(2_000, "too_long") });

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
