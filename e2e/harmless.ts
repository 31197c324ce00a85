import { expect, type Page } from "@playwright/test";
import { env } from "#lib/env.ts";

// What shows that somebody else's markup did nothing on our pages: no code of theirs ran, nothing was asked of
// another server, and the page has no element, attribute or address that could still do either.

/** What code that gets to run would call first. */
const CALLS = ["alert", "confirm", "prompt", "print", "open"];

/** Watches a page before anything is opened in it. What it notices is in the answer, which should stay empty. */
export async function watchForAttacks(page: Page): Promise<string[]> {
  const seen: string[] = [];
  const isOurs = (url: string) => new URL(url).origin === new URL(env.PUBLIC_URL).origin;
  page.on("dialog", async (dialog) => {
    seen.push(`said: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("popup", (popup) => seen.push(`opened ${popup.url()}`));
  page.on("console", (message) => {
    if (message.text().startsWith("Called ")) seen.push(message.text());
  });
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame() || !isOurs(frame.url())) seen.push(`went to ${frame.url()}`);
  });
  await page.route("**", (route) => {
    const url = route.request().url();
    if (isOurs(url)) return route.continue();
    seen.push(`asked for ${url}`);
    return route.abort();
  });
  await page.addInitScript((names) => {
    for (const name of names) {
      const value = (...given: unknown[]) => console.error(`Called ${name}(${given.join(", ")})`);
      Object.defineProperty(window, name, { value });
    }
  }, CALLS);
  return seen;
}

/** All that our pages are made of; what somebody else's article brings is not more. */
const ELEMENTS = new Set(
  (
    "html head meta title link script body template header footer nav main aside section article search h1 h2 h3 h4 h5 h6 " +
    "p div span bdi ul ol li dl dt dd hr br wbr table thead tbody tr th td blockquote figure figcaption pre mark a em " +
    "strong b i u s ins del cite q code kbd abbr small sub sup time address form fieldset legend label input textarea " +
    "select optgroup option button details summary output meter progress svg path circle line rect polyline polygon " +
    "ellipse g defs pattern next-route-announcer"
  ).split(" "),
);

/** Attributes that lead somewhere when they are pressed, loaded or sent. */
const ADDRESSES = [
  "href",
  "src",
  "action",
  "formaction",
  "xlink:href",
  "data",
  "poster",
  "background",
  "ping",
];

/** How the framework's own scripts inside a page begin. */
const OWN_SCRIPTS = [
  "self.__next_",
  "(self.__next_",
  '(globalThis["TURBOPACK"]',
  "requestAnimationFrame(function(){$R",
  "$R",
];

/** Nothing on the page, as it stands, could do what an article should not. */
export async function expectHarmless(page: Page): Promise<void> {
  expect(await problemsOf(page, null), page.url()).toEqual([]);
}

/** The same of markup that is not opened, only parsed, as if it stood at the page's address. */
export async function expectHarmlessMarkup(page: Page, markup: string): Promise<void> {
  expect(await problemsOf(page, markup)).toEqual([]);
}

/** Elements, attributes and addresses that no page of ours has, each as it stands in the page as it is, or in `markup`. */
export function problemsOf(page: Page, markup: string | null): Promise<string[]> {
  const known = { elements: [...ELEMENTS], addresses: ADDRESSES, ownScripts: OWN_SCRIPTS, markup };
  return page.evaluate(({ elements, addresses, ownScripts, markup }) => {
    const isOwnScript = (script: HTMLScriptElement): boolean => {
      if (script.src !== "") return script.src.startsWith(`${location.origin}/_next/`);
      if (script.type === "application/ld+json") return JSON.parse(script.text) !== null;
      return ownScripts.some((beginning) => script.text.startsWith(beginning));
    };
    const leadsAstray = ({ name, value, ownerElement }: Attr): boolean => {
      if (!addresses.includes(name)) return false;
      const { protocol, origin } = new URL(value, location.href);
      // A link may lead to another site; nothing may be loaded from there or sent there.
      const isLink = name === "href" && ownerElement?.localName === "a";
      return isLink ? !["http:", "https:", "mailto:"].includes(protocol) : origin !== location.origin;
    };
    const isBad = (attribute: Attr) =>
      /^on|^srcdoc$|^http-equiv$/i.test(attribute.name) || leadsAstray(attribute);
    const isForeign = (element: Element) =>
      !elements.includes(element.localName) ||
      (element instanceof HTMLScriptElement && !isOwnScript(element)) ||
      [...element.attributes].some(isBad);
    const parsed = markup === null ? document : new DOMParser().parseFromString(markup, "text/html");
    return [...parsed.querySelectorAll("*")]
      .filter(isForeign)
      .map(({ outerHTML }) => outerHTML.slice(0, 300));
  }, known);
}
