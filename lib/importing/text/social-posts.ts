import type { BlockPart } from "#lib/anchoring/blocks.ts";

/** Longer ones are articles that quote a post. UTF-16 code units. */
const LONGEST_POST = 4_000;

/** — Jane Roe (@janeroe) January 19, 2026 */
const SIGNATURE = /(?:^|\s)[—–-]{1,2} ?[^\n]{1,80}?\(@[\w.@-]{1,80}\)[^\n()]{0,40}$/u;
const SIGNATURE_ALONE = /^[—–-]{1,2} ?[^\n]{1,80}?\(@[\w.@-]{1,80}\)[^\n()]{0,40}$/u;
/** The shortened addresses that embedded posts end with. */
const POST_LINK = /(?:pic\.(?:twitter|x)\.com|https:\/\/t\.co)\/\w{1,40}$/;

/** Whether a block's text is a quoted post of a social network. */
export function isSocialPost(text: string): boolean {
  if (text.length > LONGEST_POST) return false;
  const tail = text.slice(-240);
  return SIGNATURE.test(tail) || POST_LINK.test(tail);
}

/** Puts a signature that stands alone to the post above it. */
export function joinSignatures(parts: readonly BlockPart[]): BlockPart[] {
  const joined: BlockPart[] = [];
  for (const part of parts) {
    const above = joined.at(-1);
    const hasPost =
      above?.type === "paragraph" || (above?.type === "embed" && !SIGNATURE.test(above.text.slice(-240)));
    if (above !== undefined && hasPost && SIGNATURE_ALONE.test(part.text)) {
      joined[joined.length - 1] = { type: "embed", text: `${above.text}\n${part.text}` };
    } else joined.push(part);
  }
  return joined;
}
