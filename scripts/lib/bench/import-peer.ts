import { Readability } from "@mozilla/readability";
// @ts-expect-error the package brings no types
import * as jsdom from "jsdom";
import { decodeText } from "#lib/importing/charset.ts";
import type { BenchPage } from "./import-pages.ts";

type Dom = { window: Pick<Window, "document" | "close"> };
const {
  JSDOM,
  VirtualConsole,
}: {
  JSDOM: { new (html: string, options: object): Dom; fragment(html: string): DocumentFragment };
  VirtualConsole: new () => object;
} = jsdom;

/** What most programs do: jsdom, then Readability as it comes. Nothing of the page is run or fetched. */
export function readWithPeer({ bytes, url }: BenchPage): { title: string; content: string } {
  const { window } = new JSDOM(decodeText(bytes, null), { url, virtualConsole: new VirtualConsole() });
  const article = new Readability(window.document).parse();
  window.close();
  return { title: article?.title ?? "", content: article?.content ?? "" };
}

/** The words of Readability's markup, blocks apart: `textContent` alone glues the last word of one to the next. */
export function wordsOf(content: string): string {
  const apart = content.replace(/<\/?(?:p|div|h\d|li|br|tr|td|section|figure)\b/gi, " $&");
  return JSDOM.fragment(apart).textContent ?? "";
}
