import { expect, test } from "vitest";
import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { suggestClaims } from "#lib/suggesting/suggest.ts";
import { findSuggestions } from "./find-suggestions.ts";

const paragraphs = Array.from(
  { length: 400 },
  (_, number) =>
    `In ${1900 + (number % 100)} the city built ${number} homes, more than any other. I think so.`,
);
const article = {
  ...assembleBlocks(paragraphs.map((text) => ({ type: "paragraph", text }))),
  language: "en",
};

test("slices find what one go finds", async () => {
  expect(await findSuggestions(article, new AbortController().signal)).toEqual(suggestClaims(article));
});

test("gives up between slices", async () => {
  const controller = new AbortController();
  const looking = findSuggestions(
    { ...article, blocks: Array(50).fill(article.blocks).flat() },
    controller.signal,
  );
  controller.abort();
  expect(await looking).toBeNull();
});
