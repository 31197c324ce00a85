/** The settings of what readers are told about the newsroom. */
export const policies = {
  title: "How we check",
  lead: "What readers are told about the newsroom, in its own words. Markdown may be used; what is empty is left out.",
  page: "See the page for readers",
  text: "{policy}, in Markdown",
  version: "Version {number}, saved {time}",
  saved: "Saved. Readers see it now.",
  outdated: "Not shown: the policy was changed since",
  translationHint: "Readers who choose the language get it instead of the original. Empty takes it back.",
  each: {
    sources: {
      title: "Sources",
      hint: "Which sources you use, how you weigh them, when one may stay confidential. While it is empty readers get a sentence of ours.",
    },
    corrections: {
      title: "Corrections",
      hint: "How mistakes are corrected, how fast, and where readers report them. While it is empty readers get a sentence of ours.",
    },
    funding: { title: "Funding", hint: "Who pays, how much of it, and what they have no say in." },
    people: { title: "People", hint: "Who checks, who is responsible, and how to reach them." },
    claims: {
      title: "Sending a claim",
      hint: "What you check and what you do not, and what happens with a claim sent to you.",
    },
  },
} as const;
