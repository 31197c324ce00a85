import { deflateSync } from "node:zlib";

/**
 * Words at a place: points from the page's lower left corner. `unicode` is a font with every character half as
 * wide as high, shown in the order written; the others know Latin-1 only.
 */
export type PlacedText = {
  text: string;
  x: number;
  y: number;
  size?: number;
  font?: "regular" | "bold" | "mono" | "unicode";
  /** Runs upwards, as a stamp in the margin does. */
  isSideways?: boolean;
  /** Marked as no part of the text. */
  isArtifact?: boolean;
};

/** A PDF to make. `info`: its information dictionary, in Latin-1. `catalog`, `trailer`: PDF source to add there. */
export type PdfToMake = {
  pages: readonly (readonly PlacedText[])[];
  info?: Record<string, string>;
  catalog?: string;
  trailer?: string;
  rotate?: 0 | 90 | 180 | 270;
};

const FONTS = { regular: "F1", bold: "F2", mono: "F3", unicode: "F4" } as const;

const IDENTITY = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /All def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end`;

/** What every file begins with: catalog, pages and information follow from 8 on. */
const SHARED = [
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
  "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
  "<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 7 0 R >>",
  "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /DW 500 /FontDescriptor 6 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
  "<< /Type /FontDescriptor /FontName /Any /Flags 4 /Ascent 800 /Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80 /FontBBox [0 -200 1000 800] >>",
  stream(IDENTITY),
];

/** Writes a small, uncompressed PDF (ISO 32000-1) with nothing embedded. Equal pages share their words. */
export function makePdf({ pages, info = {}, catalog = "", trailer = "", rotate = 0 }: PdfToMake): Uint8Array {
  const contents = [...new Set(pages)];
  const firstContent = SHARED.length + 4;
  const firstPage = firstContent + contents.length;
  const kids = pages.map((_, index) => `${firstPage + index} 0 R`).join(" ");
  const entries = Object.entries(info).map(([key, value]) => `/${key} ${literal(value)}`);
  const objects = [
    ...SHARED,
    `<< /Type /Catalog /Pages 9 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 600 800] /Rotate ${rotate} /Resources << /Font << /F1 1 0 R /F2 2 0 R /F3 3 0 R /F4 4 0 R >> >> >>`,
    `<< ${entries.join(" ")} >>`,
    ...contents.map((page) => stream(page.map(show).join("\n"))),
    ...pages.map(
      (page) => `<< /Type /Page /Parent 9 0 R /Contents ${firstContent + contents.indexOf(page)} 0 R >>`,
    ),
  ];
  return assemble(objects, `/Root 8 0 R /Info 10 0 R ${trailer}`);
}

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let file = "%PDF-1.7\n";
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file + table + end, "latin1"));
}

function stream(source: string): string {
  return `<< /Length ${source.length} >>\nstream\n${source}\nendstream`;
}

function show({ text, x, y, size = 10, font = "regular", isSideways, isArtifact }: PlacedText): string {
  const words =
    font === "unicode" ? `<${Buffer.from(text, "utf16le").swap16().toString("hex")}>` : literal(text);
  const matrix = `${isSideways ? "0 1 -1 0" : "1 0 0 1"} ${x} ${y}`;
  const shown = `BT /${FONTS[font]} ${size} Tf ${matrix} Tm ${words} Tj ET`;
  return isArtifact ? `/Artifact BMC ${shown} EMC` : shown;
}

function literal(text: string): string {
  return `(${text.replace(/[\\()]/g, "\\$&").replaceAll("•", "\\225")})`;
}

/** A PDF with one stream that unpacks to so many bytes, a thousand times of what it is. */
export function pdfBomb(bytes: number): Uint8Array {
  const content = deflateSync(Buffer.alloc(bytes, "(x) Tj "));
  const head = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj
4 0 obj<</Length ${content.length}/Filter/FlateDecode>>stream
`;
  return Buffer.concat([
    Buffer.from(head),
    content,
    Buffer.from("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
  ]);
}
