import { expect, test } from "vitest";
import { shareLinks } from "./share-links.ts";

test("the text and the address arrive whole, whatever is in them", () => {
  const text = "“Taxes fell & rose + 5 %?”\nFalse #\ud800";
  const url = "https://daily.example/claims/taxes?version=2&x=1#why";
  const told = shareLinks({ text, url }).map(({ href }) => Object.fromEntries(new URL(href).searchParams));
  const wellFormed = text.toWellFormed();
  expect(told).toEqual([
    { subject: wellFormed, body: `${wellFormed} ${url}` },
    { text: `${wellFormed} ${url}` },
    { u: url },
    { text: `${wellFormed} ${url}` },
    { text: wellFormed, url },
  ]);
});
