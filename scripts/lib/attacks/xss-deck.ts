import { readShared } from "#lib/testing/corpora.ts";
import { Problem } from "../screen.mjs";
import type { Deck } from "./xss-columns.ts";

/** What our own attacks call: pages are watched for it (xss-watch.ts). */
export const CANARY = "proofmarkCanary";

/** Ways out of every place where words stand in our pages and files; `origin`: where a server counts who asks. */
const ours = (origin: string): string[] => [
  `"><script>${CANARY}(1)</script>`,
  `'"></textarea></title></style></script><img src=x onerror=${CANARY}(2)>`,
  `<svg onload=${CANARY}(3)>`,
  `<script src="${origin}/script.js"></script>`,
  `<img src="${origin}/picture.png">`,
  `<iframe srcdoc="<script>parent.${CANARY}(4)</script>"></iframe>`,
  `javascript:${CANARY}(5)`,
  `[a link](javascript:${CANARY}(6)) ![a picture](${origin}/markdown.png) <javascript:${CANARY}(7)>`,
  `<style>@import '${origin}/style.css';</style><link rel=stylesheet href="${origin}/link.css">`,
  `</script><script>${CANARY}(8)</script>`,
  `--><script>${CANARY}(9)</script><!--`,
  `]]><script xmlns="http://www.w3.org/1999/xhtml">${CANARY}(10)</script>`,
  `{{constructor.constructor('${CANARY}(11)')()}}\${${CANARY}(12)}`,
  `&lt;script&gt;${CANARY}(13)&lt;/script&gt;&#60;img src=x onerror=${CANARY}(14)&#62;`,
  `<a href="javascript:${CANARY}(15)" autofocus tabindex=0 onfocus=${CANARY}(16)>x</a>`,
  `" autofocus onfocus=${CANARY}(17) onmouseover="${CANARY}(18)`,
  `data:text/html,<script>opener.${CANARY}(19)</script>`,
  `\\u003cscript\\u003e${CANARY}(20)\\u003c/script\\u003e";${CANARY}(21);//`,
  `<base href="${origin}/"><form action="${origin}/form"><button>x</button></form>`,
  `<meta http-equiv=refresh content="0;url=${origin}/refresh">`,
];

/** The corpus and, after every sixth of it, one of ours. How many there are of each is said too. */
export function dealAttacks(origin: string): Deck & { payloads: readonly string[]; dealt: Set<string> } {
  const corpus = JSON.parse(readShared("corpora/xss/payloads.json") ?? "null") as {
    payloads: { payload: string }[];
  } | null;
  if (corpus === null) throw new Problem("The attacks of corpora/xss are not here: set CORPORA_DIR.");
  const own = ours(origin);
  const payloads = corpus.payloads
    .map(({ payload }) => payload.replaceAll("\0", "").toWellFormed())
    .flatMap((payload, at) => (at % 6 === 0 ? [own[(at / 6) % own.length] ?? "", payload] : [payload]));
  const dealt = new Set<string>();
  let next = 0;
  const one = (): string => {
    const payload = payloads[next % payloads.length] ?? "";
    next += 1;
    dealt.add(payload);
    return payload;
  };
  return {
    payloads,
    dealt,
    size: payloads.reduce((sum, { length }) => sum + length + 1, 0),
    one,
    words(room) {
      let words = one();
      while (words.length + (payloads[next % payloads.length]?.length ?? 0) < room) words += ` ${one()}`;
      return words.slice(0, room).toWellFormed();
    },
  };
}
