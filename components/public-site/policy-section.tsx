import { Markdown } from "#components/claims/markdown.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { directionOf } from "#lib/i18n/languages.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { PolicyIn } from "#lib/policies/queries.ts";
import { Section } from "./section.tsx";

type Props = { policy: PolicyIn; words: Words; format: Format };

/** Where one can go from a policy. */
const WAYS = { corrections: "/corrections", claims: "/send" } as const;

/** A policy in the newsroom's own words, or what stands in for it; nothing where there is neither. */
export function PolicySection({ policy: { key, text, savedAt, lang }, words, format }: Props) {
  const texts = words.publicSite.methodology;
  const { claimTitle, claimLead } = words.tips.forms;
  const standIn = { ...texts.standIns, funding: null, people: null, claims: claimLead }[key];
  const way = key === "corrections" || key === "claims" ? WAYS[key] : null;
  if (text === "" && standIn === null) return null;
  return (
    <Section id={`policy-${key}`} title={texts.policies[key]}>
      {text !== "" ? (
        <div
          className="font-serif text-lg/relaxed [&_:is(h1,h2,h3,h4,h5,h6)]:text-[0.9375rem]"
          lang={lang}
          dir={lang === undefined ? "auto" : directionOf(lang)}
        >
          <Markdown source={text} headingLevel={3} />
        </div>
      ) : (
        standIn && <p className="font-serif text-lg/relaxed">{standIn}</p>
      )}
      {way && (
        <p className="mt-4 first:mt-0">
          <a href={way} className="font-medium underline">
            {way === "/send" ? claimTitle : texts.allCorrections}
          </a>
        </p>
      )}
      {text !== "" && savedAt && (
        <p className="mt-3 text-sm text-muted">{fill(texts.changed, { day: format.date(savedAt) })}</p>
      )}
    </Section>
  );
}
