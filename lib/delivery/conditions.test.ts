import { expect, test } from "vitest";
import { chosenEncoding, isFresh } from "./conditions.ts";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["BR; Q=0.5", "br"],
  ["*", "br"],
  ["*, br;q=0", "gzip"],
  ["*;q=0", "identity"],
  ["identity", "identity"],
  ["gzip;q=nonsense", "identity"],
])("who accepts %s gets %s", (accepted, encoding) => {
  expect(chosenEncoding(accepted)).toBe(encoding);
});

const AT = Date.parse("2026-03-01T10:00:00Z");
const KEPT = { etag: '"abc-br"', modifiedAt: AT };
const DAY = "Sun, 01 Mar 2026 10:00:00 GMT";

test.each([
  [{}, false],
  [{ "if-none-match": '"abc-br"' }, true],
  [{ "if-none-match": 'W/"abc-br"' }, true],
  [{ "if-none-match": '"other", "abc-br"' }, true],
  [{ "if-none-match": "*" }, true],
  [{ "if-none-match": '"abc-gzip"' }, false],
  // The tag decides where both are sent.
  [{ "if-none-match": '"other"', "if-modified-since": DAY }, false],
  [{ "if-modified-since": DAY }, true],
  [{ "if-modified-since": "Sun, 01 Mar 2026 09:59:59 GMT" }, false],
  [{ "if-modified-since": "yesterday" }, false],
  // Of a day that is still to come.
  [{ "if-modified-since": "Sun, 01 Mar 2026 10:00:06 GMT" }, false],
])("%o: has these bytes already: %s", (asked, fresh) => {
  expect(isFresh(asked, { ...KEPT, now: AT + 5_000 })).toBe(fresh);
});

test("a document without a date is never older than one", () => {
  expect(isFresh({ "if-modified-since": DAY }, { ...KEPT, modifiedAt: null, now: AT })).toBe(false);
});
