// A page of another paper's that is imported, and then changes.

export const INTRO =
  "The council said on Monday that the harbour tunnel will cost 4.2 billion, twice the sum that voters were shown before the referendum, and that it will open three years later than planned.";
export const GROUND =
  "Most of the difference comes from the ground: engineers found clay where the survey had shown rock, and every metre has to be lined before the next can be dug.";
export const TRAFFIC =
  "The tunnel is to carry forty thousand cars on an ordinary working day, and a fifth more in summer. Toll income should pay for the pumps.";
export const COMMITTEE =
  "A committee will report in May. Until then no new contracts are to be signed, and the southern entrance stays closed to everybody.";
export const HISTORY =
  "The first plans for a crossing are from 1968. They were given up when the shipyard closed and the money went into the railway instead.";
export const TEASER =
  "Read the whole series about the harbour and its people on our weekend pages, in print and online.";
export const IMPRINT = "All rights reserved by the paper.";

const CAPTION = "Twelve drilling machines stand ready at the northern entrance, photographed in March";
export const NEW_CAPTION =
  "Nine drilling machines stand ready at the northern entrance, photographed in April";

type Telling = { title: string; caption?: string; rows?: readonly string[]; paragraphs?: readonly string[] };

export const ROWS = ["2019: 2.1 billion", "2023: 3.4 billion"];
const PARAGRAPHS = [INTRO, GROUND, TRAFFIC, COMMITTEE, HISTORY];

/** The page as the paper has it: the article, and what stands around it. */
export function pageOf({ title, caption = CAPTION, rows = ROWS, paragraphs = PARAGRAPHS }: Telling): string {
  const [first, ...others] = paragraphs.map((text) => `<p>${text}</p>`);
  const cells = rows.map((row) => `<tr><td>${row.replace(": ", "</td><td>")}</td></tr>`);
  return `<!doctype html><html lang="en"><head><title>${title} | The Coast Courier</title></head><body>
<nav><a href="/">Home</a> <a href="/politics">Politics</a></nav><article><h1>${title}</h1>${first}
<figure><img src="/machines.jpg" alt=""><figcaption>${caption}</figcaption></figure>${others.join("\n")}
<table><tr><th>Year</th><th>Estimate</th></tr>${cells.join("")}</table>
<p>${TEASER}</p></article><footer><p>${IMPRINT}</p></footer></body></html>`;
}
