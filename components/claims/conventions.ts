import type { Format } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/words.ts";

/** How a page speaks: the newsroom's words, dates and numbers, and the moment the page is made for. */
export type Conventions = { words: Words; format: Format; locale: string; now: Date };
