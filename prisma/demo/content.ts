import type { ClaimantKind } from "#lib/claims/values.ts";
import type { SourceKind, Stance } from "#lib/sources/values.ts";

/** The demo newsroom's members; all share the password that the sign-in page names. */
export const MEMBERS = {
  reporter: { email: "reporter@demo.example", name: "Robin Reporter", role: "reporter" },
  reviewer: { email: "reviewer@demo.example", name: "Vera Reviewer", role: "reviewer" },
  second: { email: "second@demo.example", name: "Sasha Second", role: "reviewer" },
  editor: { email: "editor@demo.example", name: "Eden Editor", role: "editor" },
  admin: { email: "admin@demo.example", name: "Ari Admin", role: "admin" },
} as const;
export type DemoMember = keyof typeof MEMBERS;

export const ARTICLES = [
  {
    file: "board-of-peace.txt",
    title: "President invites Putin to join “Board of Peace”",
    origin: "external",
    publishedOn: "2026-01-19",
    author: "reporter",
  },
  {
    file: "treaty.txt",
    title: "A short history of the North Atlantic Treaty",
    origin: "own",
    publishedOn: "2026-01-20",
    author: "reporter",
  },
] as const;
/** What the editor planned; hours from the time the demo is made. */
export const PLANS = [{ article: "board-of-peace.txt", dueInHours: 26, reach: "wide" }] as const;

export type DemoArticle = (typeof ARTICLES)[number]["file"];

type DemoEvidence = {
  url: string | null;
  title: string;
  publisher: string;
  publishedOn: string | null;
  kind: SourceKind;
  stance: Stance;
  quote: string | null;
  note: string | null;
};

type DemoOpinion = { by: DemoMember; rating: string; conclusion: string; rationale: string };

type DemoClaim = {
  article: DemoArticle;
  /** The words as they stand in the article. */
  words: string;
  statement: string;
  claimant?: { name: string; kind: ClaimantKind };
  saidOn?: string;
  topics: string;
  evidence: readonly DemoEvidence[];
  searchNote?: string;
  noPrimaryReason?: string;
  /** How far it is taken through its life. */
  upTo:
    | "draft"
    | "queued"
    | "in_review"
    | "second_review"
    | "adjudication"
    | "ready"
    | "published"
    | "dismissed";
  opinions?: readonly DemoOpinion[];
};

const TREATY = {
  url: "https://www.nato.int/cps/en/natohq/official_texts_17120.htm",
  title: "The North Atlantic Treaty",
  publisher: "NATO",
  publishedOn: "1949-04-04",
  kind: "primary",
} as const;

const HISTORIAN = {
  url: "https://history.state.gov/milestones/1945-1952/nato",
  title: "North Atlantic Treaty Organization (NATO), 1949",
  publisher: "Office of the Historian, U.S. Department of State",
  publishedOn: null,
  kind: "reference",
} as const;

const RESOLUTION = {
  url: "https://docs.un.org/en/A/RES/ES-11/1",
  title: "Resolution ES-11/1: Aggression against Ukraine",
  publisher: "United Nations General Assembly",
  publishedOn: "2022-03-02",
  kind: "primary",
} as const;

const COURT_ORDER = {
  url: "https://www.icj-cij.org/case/182",
  title: "Allegations of Genocide (Ukraine v. Russian Federation), Order of 16 March 2022",
  publisher: "International Court of Justice",
  publishedOn: "2022-03-16",
  kind: "primary",
} as const;

const SIGNATORIES =
  "The treaty was signed in Washington on 4 April 1949 by Belgium, Canada, Denmark, France, Iceland, Italy, Luxembourg, the Netherlands, Norway, Portugal, the United Kingdom and the United States.";

/** Verdicts only where the public record is settled; everything else stands as work under way. */
export const CLAIMS: readonly DemoClaim[] = [
  {
    article: "board-of-peace.txt",
    words: "Denmark, a founding NATO member",
    statement: "Denmark is a founding member of NATO.",
    topics: "NATO, Denmark",
    saidOn: "2026-01-19",
    evidence: [
      { ...TREATY, stance: "supports", quote: null, note: "Denmark is among the twelve states that signed." },
      {
        ...HISTORIAN,
        stance: "supports",
        quote:
          "The North Atlantic Treaty Organization was created in 1949 by the United States, Canada, and several Western European nations to provide collective security against the Soviet Union.",
        note: "The page goes on to list the signatories, Denmark among them.",
      },
    ],
    searchNote:
      "We looked for any account that leaves Denmark out of the signatories of 4 April 1949 and found none.",
    upTo: "published",
    opinions: [
      {
        by: "reviewer",
        rating: "true",
        conclusion:
          "Denmark signed the North Atlantic Treaty on 4 April 1949 as one of twelve founding states.",
        rationale: `${SIGNATORIES} Those twelve are the alliance’s founding members.\n\nDenmark has been a member without a break since.`,
      },
      {
        by: "second",
        rating: "true",
        conclusion: "Denmark is one of the twelve states that founded NATO in 1949.",
        rationale: `${SIGNATORIES} Denmark is one of them.`,
      },
    ],
  },
  {
    article: "board-of-peace.txt",
    words: "The Russian leader’s full-scale invasion in February 2022",
    statement: "Russia began its full-scale invasion of Ukraine in February 2022.",
    topics: "Ukraine, Russia",
    saidOn: "2026-01-19",
    evidence: [
      {
        ...RESOLUTION,
        stance: "supports",
        quote:
          "Deplores in the strongest terms the aggression by the Russian Federation against Ukraine in violation of Article 2 (4) of the Charter",
        note: "Adopted on 2 March 2022.",
      },
      {
        ...COURT_ORDER,
        stance: "supports",
        quote:
          "The Russian Federation shall immediately suspend the military operations that it commenced on 24 February 2022 in the territory of Ukraine",
        note: "The first of the provisional measures; it names the day.",
      },
    ],
    searchNote:
      "We looked for a public record that dates the beginning of the operations to another month and found none.",
    upTo: "published",
    opinions: [
      {
        by: "second",
        rating: "true",
        conclusion:
          "The International Court of Justice dates the beginning of Russia’s military operations to 24 February 2022.",
        rationale:
          "The court’s order of 16 March 2022 speaks of “the military operations that it commenced on 24 February 2022 in the territory of Ukraine”. The United Nations General Assembly had deplored the aggression two weeks before.\n\nFighting in Crimea and the Donbas began in 2014; the claim is about the *full-scale* invasion, and its month is right.",
      },
      {
        by: "reviewer",
        rating: "true",
        conclusion: "Russia’s full-scale invasion of Ukraine began on 24 February 2022.",
        rationale:
          "Both the court’s order and the General Assembly’s resolution give the month; the order gives the day.",
      },
    ],
  },
  {
    article: "board-of-peace.txt",
    words: "The U.S. is similarly a founding member of the transatlantic security alliance",
    statement: "The United States is a founding member of NATO.",
    topics: "NATO, United States",
    saidOn: "2026-01-19",
    evidence: [
      {
        ...TREATY,
        stance: "supports",
        quote: null,
        note: "Signed in Washington, by the United States among others.",
      },
    ],
    searchNote:
      "We looked for any account that leaves the United States out of the signatories and found none.",
    upTo: "second_review",
    opinions: [
      {
        by: "reviewer",
        rating: "true",
        conclusion: "The United States signed the North Atlantic Treaty in Washington on 4 April 1949.",
        rationale: SIGNATORIES,
      },
    ],
  },
  {
    article: "board-of-peace.txt",
    words: "the autonomous Danish territory",
    statement: "Greenland is an autonomous territory of Denmark.",
    topics: "Greenland, Denmark",
    saidOn: "2026-01-19",
    evidence: [
      {
        url: "https://english.stm.dk/the-prime-ministers-office/the-unity-of-the-realm/greenland/",
        title: "Greenland",
        publisher: "The Prime Minister’s Office of Denmark",
        publishedOn: null,
        kind: "primary",
        stance: "supports",
        quote: null,
        note: "On the Act on Greenland Self-Government, in force since 21 June 2009.",
      },
    ],
    searchNote: "We looked for a change of Greenland’s status since the Act of 2009 and found none.",
    upTo: "ready",
    opinions: [
      {
        by: "reviewer",
        rating: "true",
        conclusion: "Greenland has governed itself within the Kingdom of Denmark since the Act of 2009.",
        rationale:
          "The Act on Greenland Self-Government (no. 473 of 12 June 2009) came into force on 21 June 2009 and replaced the home rule of 1979.",
      },
      {
        by: "second",
        rating: "true",
        conclusion: "Greenland is a self-governing part of the Kingdom of Denmark.",
        rationale: "Home rule came in 1979, self-government in 2009.",
      },
    ],
  },
  {
    article: "board-of-peace.txt",
    words: "since the outset of the Cold War",
    statement: "NATO has existed since the outset of the Cold War.",
    topics: "NATO",
    saidOn: "2026-01-19",
    evidence: [
      { ...TREATY, stance: "context", quote: null, note: "The treaty’s date: 4 April 1949." },
      {
        ...HISTORIAN,
        stance: "context",
        quote: null,
        note: "Tells of the years between the war and the treaty.",
      },
    ],
    upTo: "adjudication",
    opinions: [
      {
        by: "reviewer",
        rating: "true",
        conclusion: "NATO was founded in 1949, in the first years of the Cold War.",
        rationale: "“Outset” is a loose word, and 1949 lies at the beginning of four decades.",
      },
      {
        by: "second",
        rating: "mostly-true",
        conclusion:
          "NATO was founded in 1949, about two years after the Cold War is usually said to have begun.",
        rationale:
          "The Truman Doctrine of March 1947 is the usual beginning. The treaty followed in April 1949.",
      },
    ],
  },
  {
    article: "board-of-peace.txt",
    words:
      "Throughout his campaign, Trump repeatedly pledged to end that conflict on “Day One” of his second presidency.",
    statement:
      "During his campaign Donald Trump repeatedly pledged to end the war in Ukraine on the first day of his second term.",
    topics: "Ukraine, United States",
    saidOn: "2026-01-19",
    evidence: [
      {
        url: "https://www.cnn.com/2023/05/11/politics/transcript-cnn-town-hall-trump/index.html",
        title: "Transcript of CNN’s town hall with former President Donald Trump",
        publisher: "CNN",
        publishedOn: "2023-05-11",
        kind: "primary",
        stance: "context",
        quote: null,
        note: "One of the occasions on which he spoke of the war’s end; others are still to be collected.",
      },
    ],
    upTo: "in_review",
  },
  {
    article: "board-of-peace.txt",
    words:
      "Lukashenko, a Putin ally commonly described as Europe’s last dictator, is also said to have received an invitation to join the board",
    statement: "Alexander Lukashenko received an invitation to join the “Board of Peace”.",
    topics: "Board of Peace, Belarus",
    saidOn: "2026-01-19",
    evidence: [
      {
        url: "https://pic.twitter.com/5easrDEDK5",
        title: "Post of 19 January 2026 that shows the letter",
        publisher: "@maxseddon",
        publishedOn: "2026-01-19",
        kind: "secondary",
        stance: "context",
        quote: null,
        note: "Quoted in the article. The letter itself is still to be found at its origin.",
      },
    ],
    upTo: "queued",
  },
  {
    article: "board-of-peace.txt",
    words:
      "Permanent membership in what Trump described as “the Greatest and Most Prestigious Board ever assembled” reportedly comes with a $1 billion price tag.",
    statement: "Permanent membership of the “Board of Peace” costs one billion dollars.",
    topics: "Board of Peace",
    saidOn: "2026-01-19",
    evidence: [],
    upTo: "draft",
  },
  {
    article: "board-of-peace.txt",
    words: "Moscow is “studying all details” of Trump’s overture to the Russian leader",
    statement: "Moscow is studying the details of the invitation to the “Board of Peace”.",
    claimant: { name: "Dmitry Peskov", kind: "person" },
    topics: "Board of Peace, Russia",
    saidOn: "2026-01-19",
    evidence: [],
    upTo: "draft",
  },
  {
    article: "board-of-peace.txt",
    words: "citing those failures as justification for his bid to annex the autonomous Danish territory",
    statement: "The bid for Greenland was justified with Denmark’s failure to keep Russia away from it.",
    topics: "Greenland",
    saidOn: "2026-01-19",
    evidence: [],
    upTo: "draft",
  },
  {
    article: "board-of-peace.txt",
    words: "commonly described as Europe’s last dictator",
    statement: "Alexander Lukashenko is commonly described as Europe’s last dictator.",
    topics: "Belarus",
    saidOn: "2026-01-19",
    evidence: [],
    upTo: "dismissed",
  },
  {
    article: "treaty.txt",
    words: "The North Atlantic Treaty was signed in Washington on 4 April 1949.",
    statement: "The North Atlantic Treaty was signed in Washington on 4 April 1949.",
    topics: "NATO",
    saidOn: "2026-01-20",
    evidence: [
      { ...TREATY, stance: "supports", quote: null, note: "Place and date stand at the end of the treaty." },
    ],
    searchNote: "We looked for another date or place of signature and found none.",
    upTo: "published",
    opinions: [
      {
        by: "reviewer",
        rating: "true",
        conclusion: "The treaty itself gives the place and the date.",
        rationale: "The text ends: done at Washington, the fourth day of April, 1949.",
      },
      {
        by: "second",
        rating: "true",
        conclusion: "Washington, 4 April 1949, is what the treaty says of itself.",
        rationale: "Checked against the treaty’s closing lines.",
      },
    ],
  },
];

/** Why no copies are kept: the demo newsroom never opens a connection to the outside. */
export const NO_COPY = "The demo newsroom keeps no copies of its sources.";

export const DISMISSAL = "A label that others gave, not a statement that evidence could settle.";

type DemoComment = {
  /** The claim's statement; none for what is about the whole article. */
  on: { claim: string } | { article: DemoArticle };
  /** The first begins the thread, the others reply. */
  says: readonly { by: DemoMember; words: string }[];
};

export const COMMENTS: readonly DemoComment[] = [
  {
    on: { claim: "Permanent membership of the “Board of Peace” costs one billion dollars." },
    says: [
      {
        by: "editor",
        words: "@Robin Reporter, is that what the charter says, or only what was reported of it?",
      },
      {
        by: "reporter",
        words: "So far only reported. I have asked for the draft charter and will attach it here.",
      },
    ],
  },
  {
    on: { article: "board-of-peace.txt" },
    says: [
      {
        by: "reviewer",
        words:
          "The agency has updated its report twice. @Robin Reporter, please check for changes before we publish.",
      },
    ],
  },
];
