import fc from "fast-check";

// What no honest program sends to the API.

const FIELDS = [
  ..."url html text title origin language statement claimant saidAt saidWhere topics selector version".split(
    " ",
  ),
  ..."source sourceId stance quote note visibility archiveUrl reason ground duplicateOf override rating".split(
    " ",
  ),
  ..."problem conclusion rationale type exact prefix start end __proto__ constructor toString 0".split(" "),
];

const odd = fc.oneof(
  fc.constantFrom("\0", "\ud800", "a\0b", "🌉".repeat(300), "‮x", "é", "javascript:alert(1)", "' OR 1=1 --"),
  fc.constantFrom(
    "2026-02-30",
    "0000-01-01",
    "9999-12-31",
    "+275760-09-13",
    "own",
    "external",
    "primary",
    "true",
  ),
  fc.constantFrom("http://127.0.0.1/", "file:///etc/passwd", `https://x.example/${"a".repeat(3_000)}`),
  fc.constantFrom("x".repeat(20_000), "x".repeat(100_001), "TextQuoteSelector", "TextPositionSelector"),
  fc.constantFrom(-1, 0, 1, 1.5, 2 ** 31, 2 ** 53, 1e308, -1e308),
  fc.string({ unit: "binary" }),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
  fc.uuid(),
);

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: false },
    odd,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...FIELDS), tie("value"), { maxKeys: 6 }),
  ),
}));

/** JSON mostly; sometimes what is none, or too deep, or too large. */
const body = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 8 })
      .map((it) => JSON.stringify(it)),
  },
  { weight: 4, arbitrary: value.map((it) => JSON.stringify(it)) },
  { weight: 2, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.nat(5_000).map((depth) => "[".repeat(depth) + "]".repeat(depth)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      "{",
      '{"a":1e999}',
      '{"a":1,"a":2}',
      '"\\ud800"',
      `"${"x".repeat(300_000)}"`,
    ),
  },
);

/** A body to send, a number to choose the operation by, and sometimes an idempotency key. */
export type Hostile = { sent: string; which: number; key: string | null };

/** So many of them, the same for the same seed. */
export function hostileBodies(count: number, seed: number): Hostile[] {
  const whole = fc.tuple(body, fc.nat(), fc.option(fc.string(), { freq: 8 }));
  return fc.sample(whole, { numRuns: count, seed }).map(([sent, which, key]) => ({
    sent,
    which,
    key: key !== null && /^[\x20-\x7e]*$/.test(key) ? key : null,
  }));
}

/** Whether a body would have a page fetched or an article imported. */
export function isImport(sent: string): boolean {
  try {
    const parsed = JSON.parse(sent) as Record<string, unknown>;
    return [parsed.url, parsed.html, parsed.text].some((given) => typeof given === "string" && given !== "");
  } catch {
    return false;
  }
}
