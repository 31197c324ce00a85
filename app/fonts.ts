import localFont from "next/font/local";

/*
 * The Latin letters of both families, the upright ones preloaded. Next names each family after its constant, and
 * adds a "Fallback" one: a system font made to take the same room, so that nothing jumps. The style sheet knows
 * them by these names. Letters beyond Latin: the imports in globals.css.
 */
/** @public Read by Next when it builds. */
export const sourceSerif = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2",
  weight: "200 900",
  style: "normal",
  adjustFontFallback: "Times New Roman",
});

/** @public Read by Next when it builds. */
export const sourceSerifItalic = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
  weight: "200 900",
  style: "italic",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "font-family", value: "sourceSerif" }],
});

/** @public Read by Next when it builds. */
export const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  style: "normal",
  adjustFontFallback: "Arial",
});
