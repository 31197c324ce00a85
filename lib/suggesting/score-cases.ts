import type { FeatureKey } from "./features.ts";

/** Sentences of which each says less to check than the one before. */
export type Ladder = { language: string; sentences: string[] };

export const LADDERS: Ladder[] = [
  {
    language: "en",
    sentences: [
      "Unemployment rose by 4 percent in 2023, more than in any other country of Europe.",
      "Unemployment rose by 4 percent in 2023.",
      "Unemployment rose because of the strike.",
      "Unemployment is a hard thing to live with.",
      "I think unemployment will be a hard thing to live with.",
      "I think we should talk about unemployment, don't you?",
    ],
  },
  {
    language: "en",
    sentences: [
      "The minister said the city built 1,200 homes last year.",
      "The city built homes.",
      "The city is going to build homes.",
      "The city should be going to build homes.",
    ],
  },
  {
    language: "fr",
    sentences: [
      "Selon l'INSEE, le chômage a augmenté de 4 % en 2023, plus que dans tous les pays voisins.",
      "Le chômage a augmenté de 4 %.",
      "Le chômage est une épreuve pour ceux qui le vivent.",
      "Je pense qu'il faut demain parler du chômage, non ?",
    ],
  },
  {
    language: "es",
    sentences: [
      "Según el INE, el paro subió un 4 % en 2023, más que en cualquier otro país.",
      "El paro subió un 4 %.",
      "El paro es una carga para quien lo vive.",
      "Creo que mañana tenemos que hablar del paro, ¿no?",
    ],
  },
  {
    language: "de",
    sentences: [
      "Laut Statistischem Bundesamt stieg die Arbeitslosigkeit 2023 um 4 Prozent, mehr als je zuvor.",
      "Die Arbeitslosigkeit stieg um 4 Prozent.",
      "Die Arbeitslosigkeit ist eine Last für jene.",
      "Ich glaube, wir sollten morgen über die Arbeitslosigkeit reden, oder?",
    ],
  },
  // No list of words: figures, names and quotation marks alone.
  {
    language: "ar",
    sentences: [
      "ارتفعت البطالة بنسبة ٤٪ في عام ٢٠٢٣.",
      "ارتفعت البطالة ٤ نقاط.",
      "البطالة أمر صعب على الجميع.",
      "لماذا؟",
    ],
  },
  {
    language: "ja",
    sentences: [
      "失業率は2023年に4%上昇し、300万人が職を失った。",
      "失業率は4%上昇した。",
      "失業はとてもつらいことだと人々は語る。",
      "なぜ?",
    ],
  },
  {
    language: "pl",
    sentences: [
      "Według Adama Nowaka bezrobocie wzrosło o 4% w 2023.",
      "Dziś bezrobocie wzrosło o 4%.",
      "Bezrobocie to trudna rzecz dla ludzi.",
    ],
  },
];

/** What a sentence shows as its reasons; more may be there. */
export const REASON_CASES: { language: string; text: string; has: FeatureKey[] }[] = [
  { language: "en", text: "The budget is $3 billion.", has: ["money", "number"] },
  { language: "en", text: "Two thirds of homes stand empty.", has: ["number", "share"] },
  { language: "en", text: "In May of 1997 he was elected.", has: ["date", "deed"] },
  { language: "en", text: "It’s the largest dam in the world.", has: ["comparison"] },
  { language: "en", text: "The flood was caused by rain.", has: ["cause"] },
  { language: "en", text: "Every school in the country has closed.", has: ["absolute", "deed"] },
  { language: "en", text: "Yesterday, Ada Lovelace met the press.", has: ["actor", "date"] },
  { language: "en", text: "He called it “a complete failure of the state”.", has: ["quotation", "report"] },
  { language: "de", text: "Gestern traf Angela Merkel die Presse.", has: ["actor", "date"] },
  { language: "zh", text: "失业率上升了百分之四，“从未如此之高”。", has: ["share", "quotation"] },
  { language: "hi", text: "बेरोज़गारी २०२३ में ४% बढ़ी।", has: ["share", "number"] },
];

/** Sentences that are no names, numbers or shares though they look like some. */
export const INNOCENT_CASES: { language: string; text: string; hasNot: FeatureKey[] }[] = [
  { language: "en", text: "And so, I say this as I'm leaving.", hasNot: ["actor"] },
  { language: "en", text: "Yesterday was a good day.", hasNot: ["actor"] },
  { language: "de", text: "Heute ist der Tag für die Suche nach Ruhe.", hasNot: ["actor"] },
  {
    language: "en",
    text: "He was intent on tendering the allotment.",
    hasNot: ["number", "absolute", "future"],
  },
  {
    language: "en",
    text: "See https://t.co/JYT7DVpQed1949 by @JO_1949",
    hasNot: ["number", "date", "actor"],
  },
  { language: "en", text: "A COVID19 test or a B2 form.", hasNot: ["number"] },
];
