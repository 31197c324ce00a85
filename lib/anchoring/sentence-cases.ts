/** One paragraph as its sentences; the test joins them with a space, or as `joiner` says. */
export type SentenceCase = { language: string; sentences: string[]; joiner?: string };

export const SENTENCE_CASES: SentenceCase[] = [
  { language: "en", sentences: ["The fleet sailed at dawn.", "It came back at dusk!", "Why?"] },
  { language: "en", sentences: ["The threat was a reason for the U.S. to seize the port.", "Nobody moved."] },
  { language: "en", sentences: ["A U.S-led group met in the capital.", "The U.S. Senate voted."] },
  { language: "en", sentences: ["The ships were built in the U.S.", "The crews were not."] },
  { language: "en", sentences: ["Mr. Brook and Mrs. Lake met Dr. J. K. Field, Gen. Stone and Sen. Wood."] },
  { language: "en", sentences: ["They met at 5 p.m. Monday at No. 10 near St. Mary's."] },
  { language: "en", sentences: ["They left at 5 p.m.", "The door stayed open."] },
  { language: "en", sentences: ["Was it so?", "No.", "He said as much."] },
  { language: "en", sentences: ["On Jan. 6 Acme Inc. said it owned Bolt Co. Ltd. outright."] },
  { language: "en", sentences: ["See p. 12 and vol. 3.", "J.R.R. Rivers wrote both."] },
  { language: "en", sentences: ["“Why?” she asked.", "“Because!” he shouted."] },
  { language: "en", sentences: ["Prices rose by 3.5 percent.", "Wages rose by 2.1."] },
  {
    language: "en",
    sentences: ["He calls it “the best board.”", "https://example.org/a — Jo (@jo) May 1, 2026"],
  },
  { language: "de", sentences: ["Am 3. Mai kam Dr. Bach z. B. nach Berlin.", "Das war Nr. 4."] },
  { language: "fr", sentences: ["M. Rivière et Mme. Forêt sont venus.", "Ils sont repartis."] },
  {
    language: "es",
    sentences: ["El Sr. Campo habló en EE.UU. durante una hora.", "¿Quién lo oyó?", "Nadie."],
  },
  { language: "ar", sentences: ["وصل الوفد أمس.", "هل غادر اليوم؟", "لا."] },
  { language: "zh", sentences: ["船队出发了。", "“这是真的。”", "他说。"], joiner: "" },
  { language: "no language at all!", sentences: ["One is enough.", "Two are better."] },
];
