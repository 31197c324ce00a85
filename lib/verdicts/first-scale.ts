import { DEFAULT_SCALE } from "./presets.ts";
import type { NewScale } from "./schema.ts";

type Term = { label: string; definition: string };
type Wording = { name: string; terms: Readonly<Record<string, Term>> };

const term = (label: string, definition: string): Term => ({ label, definition });

/** The default scale in other languages than English, its ratings by their keys. By ISO 639 codes. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  fr: {
    name: "Six degrés",
    terms: {
      true: term("Vrai", "L’affirmation est exacte, et rien d’important n’y manque."),
      "mostly-true": term(
        "Plutôt vrai",
        "L’affirmation est exacte pour l’essentiel ; un détail est faux ou manque.",
      ),
      mixed: term(
        "Mitigé",
        "Une partie de l’affirmation est exacte, une autre ne l’est pas, et aucune ne l’emporte.",
      ),
      misleading: term(
        "Trompeur",
        "L’affirmation s’appuie sur des faits, mais ce qu’elle omet ou suggère donne une fausse impression.",
      ),
      false: term("Faux", "Les preuves contredisent l’affirmation."),
      unproven: term(
        "Non prouvé",
        "Les preuves que nous avons trouvées ne confirment ni ne réfutent l’affirmation.",
      ),
    },
  },
  es: {
    name: "Seis grados",
    terms: {
      true: term("Verdadero", "La afirmación es exacta y no omite nada importante."),
      "mostly-true": term(
        "Mayormente verdadero",
        "La afirmación es exacta en lo esencial; algún detalle es erróneo o falta.",
      ),
      mixed: term(
        "Mixto",
        "Una parte de la afirmación es exacta y otra no lo es, y ninguna pesa más que la otra.",
      ),
      misleading: term(
        "Engañoso",
        "La afirmación parte de hechos, pero lo que omite o sugiere da una impresión equivocada.",
      ),
      false: term("Falso", "Las pruebas contradicen la afirmación."),
      unproven: term(
        "Sin pruebas",
        "Las pruebas que pudimos encontrar no confirman ni refutan la afirmación.",
      ),
    },
  },
  de: {
    name: "Sechs Stufen",
    terms: {
      true: term("Richtig", "Die Behauptung trifft zu, und nichts Wesentliches ist weggelassen."),
      "mostly-true": term(
        "Größtenteils richtig",
        "Die Behauptung trifft im Kern zu; eine Einzelheit ist falsch oder fehlt.",
      ),
      mixed: term(
        "Teilweise richtig",
        "Ein Teil der Behauptung trifft zu, ein anderer nicht, und keiner überwiegt.",
      ),
      misleading: term(
        "Irreführend",
        "Die Behauptung stützt sich auf Tatsachen, aber was sie weglässt oder nahelegt, vermittelt einen falschen Eindruck.",
      ),
      false: term("Falsch", "Die Belege widersprechen der Behauptung."),
      unproven: term(
        "Unbelegt",
        "Die Belege, die wir finden konnten, bestätigen die Behauptung nicht und widerlegen sie nicht.",
      ),
    },
  },
  ar: {
    name: "ست درجات",
    terms: {
      true: term("صحيح", "الادّعاء دقيق، ولم يُغفَل منه شيء مهمّ."),
      "mostly-true": term("صحيح في معظمه", "الادّعاء دقيق في جوهره، وفيه تفصيل خاطئ أو ناقص."),
      mixed: term("صحيح جزئيًّا", "بعض الادّعاء دقيق وبعضه غير دقيق، ولا يرجح أحدهما على الآخر."),
      misleading: term("مضلّل", "يستند الادّعاء إلى وقائع، لكنّ ما يُغفله أو يوحي به يعطي انطباعًا خاطئًا."),
      false: term("خطأ", "الأدلّة تناقض الادّعاء."),
      unproven: term("غير مثبت", "الأدلّة التي أمكننا العثور عليها لا تؤكّد الادّعاء ولا تنفيه."),
    },
  },
};

/** The default scale in a language, in English where it has no words for it. */
export function firstScaleIn(language: string): NewScale {
  const wording = WORDINGS[language];
  if (wording === undefined) return DEFAULT_SCALE;
  const ratings = DEFAULT_SCALE.ratings.map((rating) => ({ ...rating, ...wording.terms[rating.key] }));
  return { ...DEFAULT_SCALE, name: wording.name, ratings };
}

/** What each rating of the default scale, written in one language, is called in all others it comes in. */
export function firstTranslations(language: string) {
  const others = ["en", ...Object.keys(WORDINGS)].filter((other) => other !== language);
  const originals = firstScaleIn(language).ratings;
  return others.flatMap((other) =>
    firstScaleIn(other).ratings.map((rating, at) => ({
      language: other,
      label: originals[at]?.label ?? "",
      definition: originals[at]?.definition ?? "",
      translatedLabel: rating.label,
      translatedDefinition: rating.definition,
    })),
  );
}
