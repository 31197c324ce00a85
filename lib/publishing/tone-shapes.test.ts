import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TONE_COLOURS } from "./tone-shapes.ts";
import { TONES } from "./values.ts";

test("pictures have the light colours of the style sheet", () => {
  const tokens = readFileSync("app/styles/tokens.css", "utf8");
  const base = readFileSync("app/styles/base.css", "utf8");
  for (const tone of TONES) {
    const [, name] =
      new RegExp(`\\[data-tone="${tone}"\\][^{]*\\{\\s*--tone: var\\((--color-[a-z]+)\\)`).exec(base) ?? [];
    const [, light] = new RegExp(`${name}: light-dark\\((#[0-9a-f]{6})`).exec(tokens) ?? [];
    expect(TONE_COLOURS[tone], tone).toBe(light);
  }
});
