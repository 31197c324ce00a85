import { confidentialLine } from "#components/claims/confidential-line.ts";
import type { Footnote } from "#components/claims/markdown.tsx";
import { Chip } from "#components/ui/badge.tsx";
import { Filled } from "#components/ui/filled.tsx";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import { withTextFragment } from "#lib/anchoring/fragments/text-fragment.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { PublishedClaim } from "#lib/publishing/schema.ts";

type PublicEvidence = PublishedClaim["evidence"][number];
/** `place`: its number as readers see it. */
type Numbered = PublicEvidence & { place: number };
type Frame = {
  words: Words;
  format: Format;
  /** The language of what the desk wrote, where it is not the page's. */
  deskLang: string | undefined;
};
type Props = Frame & { claim: PublishedClaim; locale: string };

export const STANCES = ["supports", "refutes", "context"] as const;

/** The evidence readers may see, numbered through and grouped by what it says of the claim. */
export function SourceList({ claim, words, format, deskLang, locale }: Props) {
  const texts = words.publicSite.claim;
  const numbered = numberedThrough(claim.evidence);
  return (
    <>
      {STANCES.map((stance) => (
        <Stance
          key={stance}
          title={texts.stances[stance]}
          items={numbered.filter((item) => item.stance === stance)}
          words={words}
          format={format}
          deskLang={deskLang}
        />
      ))}
      {claim.evidence.length === 0 && <p className="text-muted">{texts.noSources}</p>}
      {claim.confidentialSources > 0 && (
        <p className="mt-4 text-sm text-muted">
          {confidentialLine({
            count: claim.confidentialSources,
            seenBy: claim.confidentialSeenBy,
            words,
            locale,
          })}
        </p>
      )}
    </>
  );
}

function numberedThrough(evidence: readonly PublicEvidence[]): Numbered[] {
  return STANCES.flatMap((stance) => evidence.filter((item) => item.stance === stance)).map(
    (item, index) => ({
      ...item,
      place: index + 1,
    }),
  );
}

/** What the footnotes of the reasons lead to. `page`: where the list of sources is, when it is elsewhere. */
export function footnotesOf(evidence: readonly PublicEvidence[], page = ""): ReadonlyMap<number, Footnote> {
  return new Map(
    numberedThrough(evidence).flatMap(({ number, place, title }) =>
      number === null ? [] : [[number, { label: String(place), title, href: `${page}#source-${place}` }]],
    ),
  );
}

function Stance({ title, items, ...frame }: Frame & { title: string; items: readonly Numbered[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3 className="mt-6 mb-3 text-sm font-semibold text-muted">{title}</h3>
      <ol className="grid gap-6">
        {items.map((item) => (
          <Item key={item.place} item={item} {...frame} />
        ))}
      </ol>
    </>
  );
}

function Item({ item, words, format, deskLang }: Frame & { item: Numbered }) {
  return (
    <li
      value={item.place}
      id={`source-${item.place}`}
      className="grid scroll-mt-8 grid-cols-[1.75rem_1fr] gap-x-2"
    >
      <span className="font-semibold text-muted tabular-nums" aria-hidden="true">
        {item.place}
      </span>
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 font-medium wrap-anywhere" dir="auto">
          {item.url ? (
            // Where the browser can, the source opens at the quoted words.
            <OutsideLink
              href={withTextFragment(item.url, item.fragment)}
              rel="noopener nofollow"
              className="underline"
            >
              {item.title}
            </OutsideLink>
          ) : (
            item.title
          )}
          <Chip>{words.common.sourceKinds[item.kind]}</Chip>
        </p>
        {item.quote && (
          <blockquote
            className="my-2 border-s-3 border-line-strong ps-4 font-serif text-[1.0625rem]/relaxed wrap-anywhere"
            dir="auto"
          >
            {item.context?.before && <span className="text-muted">{item.context.before}</span>}
            <SourceWords item={item} />
            {item.context?.after && <span className="text-muted">{item.context.after}</span>}
          </blockquote>
        )}
        {item.note && (
          <p className="my-1 text-[0.9375rem] wrap-anywhere" lang={deskLang} dir="auto">
            {item.note}
          </p>
        )}
        {item.url && <p className="hidden text-[0.8125rem] break-all print:block">{item.url}</p>}
        <SourceFacts item={item} words={words} format={format} deskLang={deskLang} />
      </div>
    </li>
  );
}

/** The words that matter, marked where others stand around them. */
function SourceWords({ item }: { item: PublicEvidence }) {
  if (item.context === null) return item.quote;
  return <mark className="bg-chip px-0.5 text-ink">{item.quote}</mark>;
}

function SourceFacts({ item, words, format, deskLang }: Frame & { item: PublicEvidence }) {
  const texts = words.publicSite.claim;
  const facts = [
    item.publisher,
    item.author,
    item.publishedOn && fill(texts.publishedOn, { day: format.day(item.publishedOn) }),
    fill(texts.read, { day: format.date(new Date(item.readAt)) }),
  ].filter((fact): fact is string => Boolean(fact));
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-[0.8125rem]/relaxed text-muted">
      {facts.map((fact) => (
        <span key={fact} className="wrap-anywhere">
          {fact}
        </span>
      ))}
      {item.interests && (
        <span className="wrap-anywhere">
          <Filled
            template={texts.interests}
            values={{ text: <span lang={deskLang}>{item.interests}</span> }}
          />
        </span>
      )}
      {!item.archiveUrl && !item.keptCopy && item.noSnapshotReason && (
        <span className="wrap-anywhere">
          <Filled
            template={texts.noCopy}
            values={{ reason: <span lang={deskLang}>{item.noSnapshotReason}</span> }}
          />
        </span>
      )}
      {item.archiveUrl && (
        <OutsideLink href={item.archiveUrl} rel="noopener nofollow" className="underline">
          {texts.keptCopy}
        </OutsideLink>
      )}
      {/* The hash is what anybody who has the page or file can compare. */}
      {item.keptCopy && (
        <span className="wrap-anywhere">
          {fill(texts.newsroomCopy, { day: format.date(new Date(item.keptCopy.readAt)) })}{" "}
          <code className="text-[0.6875rem] break-all">{item.keptCopy.sha256}</code>
        </span>
      )}
    </p>
  );
}
