/** The six looks a rating can have. */
export const TONES: readonly string[] = ["true", "mostly_true", "mixed", "misleading", "false", "unverified"];

/** Colour is never all there is: each look has a line of its own. */
const LINES: Record<string, { colour: string; line: string }> = {
  true: { colour: "light-dark(#0a58a6, #6db6ff)", line: "solid 2px" },
  mostly_true: { colour: "light-dark(#0a58a6, #6db6ff)", line: "solid 1px" },
  mixed: { colour: "light-dark(#7d5c00, #f0cf73)", line: "double" },
  misleading: { colour: "light-dark(#8f0f3a, #ff7d96)", line: "wavy" },
  false: { colour: "light-dark(#8f0f3a, #ff7d96)", line: "solid 3px" },
  unverified: { colour: "light-dark(#5c6067, #a7adb8)", line: "dotted" },
};

const each = (write: (tone: string, look: { colour: string; line: string }) => string) =>
  Object.entries(LINES)
    .map(([tone, look]) => write(tone, look))
    .join("");

/** Words whose button somebody is at. */
export const CURRENT = "proofmark-claim-current";

/** In the page: for its words. */
export const MARK_STYLE = `${each(
  (tone, { colour, line }) =>
    `::highlight(proofmark-claim-${tone}){text-decoration:underline ${line} ${colour};text-underline-offset:.2em}`,
)}::highlight(${CURRENT}){background-color:color-mix(in srgb,currentColor 15%,transparent)}`;

/** In the shadow: nothing of the page's own styles gets in, but whether it is light or dark. */
export const CARD_STYLE = `:host{all:initial;color-scheme:inherit;display:inline}
button{all:unset;box-sizing:border-box;display:inline-block;min-width:1.5rem;height:1.5rem;margin-inline:.25rem;padding-inline:.375rem;border:1.5px solid;border-radius:.75rem;background:Canvas;color:var(--tone);font:600 .75rem/1.3125rem system-ui,sans-serif;text-align:center;vertical-align:baseline;cursor:pointer;user-select:none}
button:hover{background:var(--tone);color:Canvas}
:focus-visible{outline:2px solid;outline-offset:2px}
#card{box-sizing:border-box;position:absolute;inset:auto;margin:0;width:max-content;max-width:min(22rem,calc(100vw - 1rem));padding:1rem;border:1px solid GrayText;border-radius:.5rem;background:Canvas;color:CanvasText;font:400 .9375rem/1.45 system-ui,sans-serif;text-align:start;overflow-wrap:anywhere;box-shadow:0 4px 16px #0004}
p{margin:0 0 .625rem}
p:last-child{margin:0}
.statement{font-weight:600}
.rating{display:inline-block;padding:.125rem .625rem;border:1.5px solid;border-radius:1rem;color:var(--tone);font-weight:600;font-size:.8125rem}
.note,.by{font-size:.8125rem}
a{color:LinkText}
${each((tone, { colour }) => `[data-tone=${tone}]{--tone:${colour}}`)}
@media print{:host{display:none}}`;
