import { ExternalLink } from "lucide-react";
import type { Conventions } from "#components/claims/conventions.ts";
import { Chip } from "#components/ui/badge.tsx";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import { fill } from "#lib/i18n/words.ts";
import type { SourceDetail } from "#lib/sources/queries.ts";
import { ConfidentialChip } from "./confidential-chip.tsx";

/** What is known of a source. */
export function SourceFacts({ source, words, format }: { source: SourceDetail } & Conventions) {
  const texts = words.sources.page;
  const { url, publisher, author, publishedOn, kind, interests, reliabilityNote, visibility } = source;
  const facts = [
    publisher,
    author,
    publishedOn && fill(words.claims.evidence.published, { day: format.day(publishedOn) }),
  ];
  return (
    <section aria-labelledby="source-title" className="grid gap-3">
      <h2
        id="source-title"
        className="font-serif text-2xl leading-snug font-semibold text-pretty wrap-anywhere"
        dir="auto"
      >
        {source.title}
      </h2>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
        <Chip>{words.common.sourceKinds[kind]}</Chip>
        <ConfidentialChip visibility={visibility} words={words} />
        {facts.filter(Boolean).map((fact) => (
          <bdi key={fact} className="min-w-0 wrap-anywhere">
            {fact}
          </bdi>
        ))}
      </p>
      {url !== null && (
        <p>
          <OutsideLink
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            dir="ltr"
            className="underline wrap-anywhere"
          >
            {url}
            <ExternalLink
              aria-label={words.claims.evidence.open}
              className="ms-1 inline size-3.5 align-[-0.125em] text-muted"
            />
          </OutsideLink>
        </p>
      )}
      {interests && <Said name={words.claims.fields.interests} text={interests} />}
      {reliabilityNote && <Said name={texts.reliabilityNote} text={reliabilityNote} />}
      {source.createdByName !== null && (
        <p className="text-sm text-muted">
          {fill(texts.added, { name: source.createdByName, day: format.date(source.createdAt) })}
        </p>
      )}
      {source.merged.length > 0 && (
        <ul className="grid gap-1 text-sm text-muted">
          {source.merged.map((one) => (
            <li key={one.id} className="wrap-anywhere">
              {fill(texts.mergedFrom, {
                title: one.url ?? one.title,
                name: one.mergedByName,
                day: format.date(one.mergedAt),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Said({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <h3 className="text-sm text-muted">{name}</h3>
      <p className="text-pretty whitespace-pre-line wrap-anywhere" dir="auto">
        {text}
      </p>
    </div>
  );
}
