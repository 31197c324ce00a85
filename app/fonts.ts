import localFont from "next/font/local";

/*
 * The Latin letters of both families, cut down by scripts/lib/fonts.ts, the upright ones preloaded. Next names each
 * family after its constant, and adds a "Fallback" one: a system font made to take the same room, so that nothing
 * jumps. The style sheet knows them by these names. Letters beyond Latin: the imports in globals.css.
 */
/** @public Read by Next when it builds. */
export const sourceSerif = localFont({
  src: "./styles/fonts/source-serif.woff2",
  weight: "400 700",
  style: "normal",
  adjustFontFallback: "Times New Roman",
});

/** @public Read by Next when it builds. */
export const sourceSerifItalic = localFont({
  src: "./styles/fonts/source-serif-italic.woff2",
  weight: "400 700",
  style: "italic",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "font-family", value: "sourceSerif" }],
});

/** @public Read by Next when it builds. */
export const inter = localFont({
  src: "./styles/fonts/inter.woff2",
  weight: "400 700",
  style: "normal",
  adjustFontFallback: "Arial",
});
