import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { canPicture, drawClaim, PICTURE_SIZE, type PicturedClaim } from "./claim-picture.ts";
import { FONT_SETTINGS } from "./fonts.ts";
import { letter } from "./lettering.ts";

// Some tests and checks run before anything was built.
beforeAll(async () => {
  if (existsSync(FONT_SETTINGS)) return;
  const { href } = pathToFileURL("scripts/lib/picture-fonts.ts");
  await (await import(href)).makePictureFonts();
}, 120_000);

const CLAIM: PicturedClaim = {
  newsroom: "The Coast Courier",
  statement: "Taxes fell",
  language: "en",
  locale: "en",
  verdict: { word: "False", colour: "#8f0f3a", edge: "solid", shape: "" },
  conclusion: "",
  byline: "Ana Lind",
};

async function pixelsOf(claim: PicturedClaim) {
  const { data, info } = await sharp(await drawClaim(claim))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, info };
}

/** How many pixels have a colour, give or take what 64 colours round away. */
function count(data: Buffer, colour: string): number {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  let found = 0;
  for (let at = 0; at < data.length; at += 3) {
    if (wanted.every((value, channel) => Math.abs((data[at + channel] ?? 0) - value) <= 2)) found += 1;
  }
  return found;
}

test("a picture has the size networks ask for, with the verdict in its colour and its edge", async () => {
  const filled = await pixelsOf(CLAIM);
  expect(filled.info).toMatchObject({ ...PICTURE_SIZE, channels: 3 });
  const outlined = await pixelsOf({
    ...CLAIM,
    verdict: { word: "False", colour: "#8f0f3a", edge: "outline", shape: "" },
  });
  const stripe = PICTURE_SIZE.width * 16;
  expect(count(outlined.data, "#8f0f3a")).toBeGreaterThan(stripe + 1_000);
  expect(count(filled.data, "#8f0f3a")).toBeGreaterThan(count(outlined.data, "#8f0f3a") + 5_000);
});

test("whoever gives no ratings has what was found in their place", async () => {
  const told = { ...CLAIM, verdict: null, conclusion: "They rose." };
  expect(count((await pixelsOf(told)).data, "#8f0f3a")).toBe(0);
  expect((await drawClaim(told)).equals(await drawClaim({ ...told, conclusion: "They fell." }))).toBe(false);
});

test("a picture stays small and whole whatever the words are", async () => {
  const statements = [
    "word ".repeat(200),
    "w".repeat(1_000),
    "ก".repeat(1_000),
    `Z${"\u0303".repeat(900)}algo`,
    "失".repeat(1_000),
    "\u202e\ud800\u0000\u0001 <span foreground='red'>&bogus;</b>",
    " ",
    "\u200d",
  ];
  for (const statement of statements) {
    const { info } = await pixelsOf({ ...CLAIM, statement, byline: statement, newsroom: statement });
    expect(info, statement.slice(0, 9)).toMatchObject(PICTURE_SIZE);
    expect((await drawClaim({ ...CLAIM, statement })).length, statement.slice(0, 9)).toBeLessThan(90_000);
  }
});

const drawn = (text: string, language = "en") =>
  letter({
    text,
    language,
    face: "serif",
    colour: "#000000",
    width: 1_000,
    height: 900,
    sizes: [40],
  });

const SAMPLES = {
  ...{ Latin: "Łộñ", Greek: "Ωψξ", Cyrillic: "Жщї", Arabic: "بجش", Hebrew: "אבש", Devanagari: "कषज" },
  ...{ Thai: "กขฮ", Hangul: "한글값", Hiragana: "あぬを", Katakana: "アヌヲ" },
  ...{ "simplified Han": "业门龙", "traditional Han": "業門龍", emoji: "🎉🌍👍" },
};

test.each(Object.entries(SAMPLES))("%s has letters, no boxes", async (_, text) => {
  // Of a script without letters here: what every missing letter looks like, but for the digits in it.
  const box = await drawn("𐎀");
  const shapes = await Promise.all([...text].map((character) => drawn(character)));
  for (const shape of shapes) {
    expect([shape.width, shape.height]).not.toEqual([box.width, box.height]);
    expect(shape.pixels.some((value) => value > 0)).toBe(true);
  }
  expect(new Set(shapes.map(({ pixels }) => pixels.toString("base64"))).size).toBe(shapes.length);
});

test("letters join and turn as their script has it", async () => {
  const [joined, alone] = await Promise.all([drawn("ببب", "ar"), drawn("ب", "ar")]);
  expect(joined.width).toBeLessThan(alone.width * 2.2);
  const [conjunct, first, second] = await Promise.all([
    drawn("क्ष", "hi"),
    drawn("क", "hi"),
    drawn("ष", "hi"),
  ]);
  expect(conjunct.width).toBeLessThan(first.width + second.width - 5);
  // The same two words one after the other, from the right: the first is at the right edge of its picture.
  const [both, last] = await Promise.all([drawn("اب III", "ar"), drawn("III")]);
  const raw = { width: both.width, height: both.height, channels: 4 } as const;
  const edge = await sharp(both.pixels, { raw })
    .extract({ left: 0, top: 0, width: last.width, height: both.height })
    .trim({ background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(Math.abs(edge.info.width - last.width)).toBeLessThanOrEqual(1);
});

test("one character is written as each of its languages writes it", async () => {
  const languages = ["zh", "zh-TW", "ja"];
  const shapes = await Promise.all(languages.map((language) => drawn("骨直", language)));
  expect(new Set(shapes.map(({ pixels }) => pixels.toString("base64"))).size).toBe(3);
});

test("markup is shown, not obeyed", async () => {
  const [shown, plain] = await Promise.all([drawn("<b>a</b>"), drawn("a")]);
  expect(shown.width).toBeGreaterThan(plain.width * 4);
  await expect(drawn("</span>&lt;")).resolves.toBeDefined();
});

test("only a statement with letters for all of it has a picture", () => {
  for (const statement of ["Taxes fell by 4 %", "زادت الضرائب", "税が下がった ✓ 🎉", "Ž 👨‍👩‍👧"]) {
    expect(canPicture({ ...CLAIM, statement }), statement).toBe(true);
  }
  for (const statement of ["𐎀", "கரம்", "Taxes ტ"]) {
    expect(canPicture({ ...CLAIM, statement }), statement).toBe(false);
  }
});
