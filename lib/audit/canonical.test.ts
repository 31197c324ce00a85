import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "./canonical.ts";

describe("canonicalJson", () => {
  test("orders keys by UTF-16 code units, as the example of RFC 8785 has it", () => {
    const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": 5, "\u0080": 6, "\u00f6": 7 };
    expect(Object.values(JSON.parse(canonicalJson(value)))).not.toEqual([]);
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    );
  });

  test("writes lists in their order, and nothing between", () => {
    expect(canonicalJson({ b: [3, 1, { d: null, c: true }], a: 'q"\n\u0007' })).toBe(
      '{"a":"q\\"\\n\\u0007","b":[3,1,{"c":true,"d":null}]}',
    );
  });

  test.each([0.5, 2 ** 53, Number.NaN])("refuses %d, which two programs may write differently", (number) => {
    expect(() => canonicalJson({ number })).toThrow("whole numbers");
  });

  test("means the same as what it was made from, in whatever order that came", () => {
    const whole = fc.letrec((tie) => ({
      value: fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        tie("fields"),
      ),
      fields: fc.dictionary(fc.string({ unit: "grapheme" }), tie("value"), { noNullPrototype: true }),
    })).fields as fc.Arbitrary<Record<string, unknown>>;
    fc.assert(
      fc.property(whole, (value) => {
        const written = canonicalJson(value);
        expect(canonicalJson(JSON.parse(written))).toBe(written);
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(written);
      }),
    );
  });
});
