import type { InlineMark } from "#lib/anchoring/blocks.ts";
import { MAX_ADDRESS } from "#lib/input.ts";
import { isWebAddress } from "#lib/web-address.ts";

/**
 * http(s) addresses, and the bare pic.twitter.com/… of quoted posts. Neither spaces and quotation marks nor
 * Chinese punctuation and invisible characters are part of an address.
 */
const ADDRESS =
  /https?:\/\/[^\s<>"“”«»\u200B-\u200F\u202A-\u202E\u2060-\u2069\u3000-\u303F\uFF01-\uFF60]+|(?<![\w./@-])pic\.(?:twitter|x)\.com\/\w+/giu;

/** Link marks over the bare addresses in a text. */
export function findLinks(text: string): InlineMark[] {
  const links: InlineMark[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutSentence(match[0]);
    const href = /^pic\./i.test(address) ? `https://${address}` : address;
    if (!isLinkAddress(href)) continue;
    links.push({ type: "link", start: match.index, end: match.index + address.length, href });
  }
  return links;
}

/** Cuts off the punctuation of the sentence an address stands in: a bracket only when it was not opened inside. */
function withoutSentence(address: string): string {
  let end = address.length;
  let unopened = count(address, ")") - count(address, "(");
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if (last === ")" && unopened > 0) unopened -= 1;
    else if (!".,;:!?'’…*_]}".includes(last)) break;
  }
  return address.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Whether an absolute address of an article may become a link: a web address, not endless. */
export function isLinkAddress(href: string): boolean {
  return href.length <= MAX_ADDRESS && isWebAddress(href);
}
