import { z } from "zod";
import { choice, id, optionalDay, optionalText, optionalWebAddress, text, version } from "#lib/input.ts";
import { SOURCE_KINDS, SOURCE_LIMITS } from "./values.ts";

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

/** An address as it is typed. */
export const address = z.preprocess(
  (typed) => (typeof typed === "string" ? withScheme(typed) : typed),
  optionalWebAddress,
);

/** What a form says of a source itself, besides its address and its title. */
export const saidOfSource = {
  publisher: optionalText(SOURCE_LIMITS.name),
  author: optionalText(SOURCE_LIMITS.name),
  publishedOn: optionalDay,
  kind: choice(SOURCE_KINDS),
  interests: optionalText(SOURCE_LIMITS.note),
};

export const describeSourceInput = z.strictObject({
  sourceId: id,
  version,
  title: text(SOURCE_LIMITS.title),
  ...saidOfSource,
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
