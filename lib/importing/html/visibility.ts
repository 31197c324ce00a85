import type { PageElement } from "./page-tree.ts";

/** Elements whose characters are no text of the page: code, controls, what stands in for media. */
const NOT_TEXT = new Set(
  (
    "script style noscript template head title meta link base svg canvas iframe object embed video audio picture map " +
    "img button select option datalist input textarea progress meter dialog annotation annotation-xml noembed noframes"
  ).split(" "),
);

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;
/** Class names by which style sheets hide what only screen readers are to read. */
const HIDDEN_CLASS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|assistive-text|a11y-hidden|tooltip-?(?:text|content|inner)?|popover|hover-?card|rollover[\w-]*)(?=\s|$)/i;

/** Whether readers see an element, as far as its own markup tells. */
export function isShown({ tag, attributes }: PageElement): boolean {
  if (NOT_TEXT.has(tag)) return false;
  if (attributes.size === 0) return true;
  if (attributes.has("hidden") && attributes.get("hidden") !== "until-found") return false;
  if (attributes.get("aria-hidden") === "true" || attributes.get("aria-modal") === "true") return false;
  if (HIDDEN_STYLE.test(attributes.get("style") ?? "")) return false;
  return !HIDDEN_CLASS.test(attributes.get("class") ?? "");
}
