import { directionOf, type Language } from "#lib/i18n/languages.ts";
import { fill } from "#lib/i18n/words.ts";
import type { EmbeddedClaim } from "./annotations.ts";
import { CARD_WORDS } from "./card-words.ts";
import { CARD_STYLE, CURRENT, MARK_STYLE, TONES } from "./marks-style.ts";
import { MARK } from "./page-text.ts";

/** A claim and the words of the page that make it. */
export type Placed = {
  claim: EmbeddedClaim;
  range: Range;
  /** What the range said when it was found. */
  words: string;
  isReworded: boolean;
};

/**
 * Underlines the words, which adds nothing to the page, and puts a button behind the text they stand in that opens a card.
 * Styles are objects and not text in the page, so that they need no leave of its policy.
 */
export function drawMarks(placed: readonly Placed[], language: Language): void {
  const cards = styleSheet(CARD_STYLE);
  // The page may have changed while the words were looked for.
  const still = placed.filter(({ range, words }) => words !== "" && range.toString() === words);
  for (const { claim, isReworded, ...where } of still) {
    const button = cardOf(claim, { isReworded, cards, language });
    putButton(where.range, button);
    tellWords(button, where);
  }
  underline(still);
}

function underline(placed: readonly Placed[]): void {
  if (!("highlights" in CSS) || placed.length === 0) return;
  const byTone = Map.groupBy(placed, ({ claim }) => (TONES.includes(claim.tone) ? claim.tone : "unverified"));
  for (const [tone, all] of byTone) {
    const highlight = CSS.highlights.get(`${MARK}-${tone}`) ?? new Highlight();
    for (const { range } of all) highlight.add(range);
    CSS.highlights.set(`${MARK}-${tone}`, highlight);
  }
  document.adoptedStyleSheets.push(styleSheet(MARK_STYLE));
}

function styleSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/**
 * Behind the whole text node in which the words end, the page's own scripts may hold on to it and write it anew, and
 * outside of a link it stands in; behind the buttons that are there.
 */
function putButton({ endContainer }: Range, button: HTMLElement): void {
  let last = endContainer.parentElement?.closest("a, button, label, summary") ?? (endContainer as ChildNode);
  while (last.nextSibling?.nodeName === button.nodeName) last = last.nextSibling;
  last.after(button);
}

/** Whoever is at a button sees which words it is about. Where they are gone, it goes. */
function tellWords(button: HTMLElement, { range, words }: Pick<Placed, "range" | "words">): void {
  const highlights = "highlights" in CSS ? CSS.highlights : null;
  const show = () => {
    if (range.toString() === words) highlights?.set(CURRENT, new Highlight(range));
    else button.remove();
  };
  const hide = () => highlights?.delete(CURRENT);
  for (const event of ["pointerenter", "focusin"]) button.addEventListener(event, show);
  for (const event of ["pointerleave", "focusout"]) button.addEventListener(event, hide);
}

type Look = { isReworded: boolean; cards: CSSStyleSheet; language: Language };

function cardOf(claim: EmbeddedClaim, { isReworded, cards, language }: Look): HTMLElement {
  const words = CARD_WORDS[language];
  const host = document.createElement(MARK);
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [cards];
  const { number, rating } = claim;
  const name = rating === null ? fill(words.unratedMark, { number }) : fill(words.mark, { number, rating });
  const own = { lang: language, dir: directionOf(language) };
  const card = element("div", { id: "card", popover: "auto", role: "dialog", "aria-label": name, ...own });
  const tone = TONES.includes(claim.tone) ? claim.tone : "unverified";
  const button = element("button", {
    type: "button",
    popovertarget: "card",
    "aria-haspopup": "dialog",
    "aria-label": name,
    "data-tone": tone,
  });
  button.textContent = String(number);
  card.append(
    paragraph("statement", claim.statement),
    ...(rating === null ? [] : [paragraph("rating", rating, { "data-tone": tone })]),
    paragraph("conclusion", claim.conclusion),
    ...(isReworded ? [paragraph("note", words.reworded)] : []),
    linkTo(claim, words.read),
  );
  card.addEventListener("beforetoggle", ({ newState }) => {
    // Whoever was in the card goes back to where they came from; whoever has gone elsewhere stays there.
    if (newState === "closed" && card.contains(root.activeElement)) button.focus();
    moveTo(card, button);
  });
  card.addEventListener("toggle", () => moveTo(card, button));
  root.append(button, card);
  return host;
}

function linkTo({ href, newsroom }: EmbeddedClaim, read: string): HTMLElement {
  const link = element("a", { href, target: "_blank", rel: "noopener" });
  link.textContent = read;
  const line = element("p", { class: "by" });
  line.append(link, ` · ${newsroom}`);
  return line;
}

function paragraph(name: string, words: string, attributes: Record<string, string> = {}): HTMLElement {
  const made = element("p", { class: name, dir: "auto", ...attributes });
  made.textContent = words;
  return made;
}

function element(tag: string, attributes: Record<string, string>): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** CSS pixels between the card and what is around it. */
const GAP = 8;

/** Below the button, or above it where there is more room; always inside the window. */
function moveTo(card: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const { clientWidth, clientHeight } = document.documentElement;
  const left = Math.max(GAP, Math.min(at.left, clientWidth - width - GAP));
  const isAbove = at.bottom + height + GAP > clientHeight && at.top > height + GAP;
  const top = isAbove ? at.top - height - GAP : at.bottom + GAP;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}
