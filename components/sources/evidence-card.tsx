import { Archive, CircleCheck, CircleX, ExternalLink, Info } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Conventions } from "#components/claims/conventions.ts";
import { evidenceAnchor } from "#components/claims/footnotes.ts";
import { Chip } from "#components/ui/badge.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import { EvidenceMark } from "#components/watch/evidence-mark.tsx";
import type { EvidenceItem } from "#lib/claims/claim-detail.ts";
import { fill } from "#lib/i18n/words.ts";
import { ArchivingState } from "./archiving-state.tsx";
import { ConfidentialChip } from "./confidential-chip.tsx";
import { CopyState, KeptCopyChip } from "./copy-state.tsx";
import { KeptPicture } from "./kept-picture.tsx";
import { QuoteState } from "./quote-state.tsx";

const STANCE_ICONS = { supports: CircleCheck, refutes: CircleX, context: Info } as const;
const STANCE_BARS = { supports: "border-true", refutes: "border-false", context: "border-pending" } as const;

/** One source: what it is, what it says of the claim, the words that matter. `place`: what moves it. */
export function EvidenceCard({
  item,
  words,
  format,
  now,
  place,
  children,
}: { item: EvidenceItem; place?: ReactNode; children?: ReactNode } & Pick<
  Conventions,
  "words" | "format" | "now"
>) {
  return (
    <li
      id={evidenceAnchor(item.number)}
      className="grid scroll-mt-24 gap-2.5 rounded-lg border border-line bg-raised px-4 py-3.5 target:border-accent"
    >
      <div className="flex items-start gap-2">
        <EvidenceHead item={item} words={words} />
        {place}
      </div>
      {item.copies?.kept?.form === "picture" && (
        <KeptPicture
          snapshotId={item.copies.kept.id}
          alt={item.copies.kept.alt}
          title={item.source.title}
          words={words}
          isSmall
        />
      )}
      {item.quote && (
        <blockquote
          dir="auto"
          className={classNames(
            "border-s-3 ps-3 font-serif text-claim whitespace-pre-line wrap-anywhere",
            STANCE_BARS[item.stance],
          )}
        >
          {item.quote}
        </blockquote>
      )}
      {item.mark && <EvidenceMark mark={item.mark} sourceId={item.source.id} words={words} />}
      <QuoteState item={item} words={words} />
      {item.note && (
        <p className="text-pretty whitespace-pre-line wrap-anywhere" dir="auto">
          {item.note}
        </p>
      )}
      <SourceFacts item={item} words={words} format={format} />
      <CopyState item={item} words={words} format={format} now={now} />
      {item.copies?.kept?.archiving && (
        <ArchivingState
          snapshotId={item.copies.kept.id}
          archiving={item.copies.kept.archiving}
          mayAsk={false}
          words={words}
          format={format}
        />
      )}
      {children}
    </li>
  );
}

/** The number stands before the title, however many lines that has. */
function EvidenceHead({ item, words }: { item: EvidenceItem } & Pick<Conventions, "words">) {
  const StanceIcon = STANCE_ICONS[item.stance];
  return (
    <div className="flex min-w-0 flex-1 items-baseline gap-2">
      <span className="text-sm text-muted tabular-nums" title={fill(words.claims.evidence.number, item)}>
        <span className="sr-only">{fill(words.claims.evidence.number, item)}</span>
        <span aria-hidden>{item.number}</span>
      </span>
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1.5">
        <h4 className="min-w-0 font-medium wrap-anywhere" dir="auto">
          <SourceTitle item={item} words={words} />
        </h4>
        <Chip icon={<StanceIcon aria-hidden className="size-3.5 shrink-0" />}>
          {words.common.stances[item.stance]}
        </Chip>
        <Chip>{words.common.sourceKinds[item.source.kind]}</Chip>
        {item.archiveUrl && (
          <Chip icon={<Archive aria-hidden className="size-3 shrink-0" />}>
            <OutsideLink
              href={item.archiveUrl}
              target="_blank"
              rel="noopener noreferrer"
              className="underline"
            >
              {words.sources.copy.archive}
            </OutsideLink>
          </Chip>
        )}
        {item.copies?.kept && <KeptCopyChip copy={item.copies.kept} words={words} />}
        <ConfidentialChip visibility={item.visibility} words={words} />
      </div>
    </div>
  );
}

function SourceTitle({ item: { source }, words }: { item: EvidenceItem } & Pick<Conventions, "words">) {
  if (!source.url) return source.title;
  return (
    <OutsideLink href={source.url} target="_blank" rel="noopener noreferrer" className="underline">
      {source.title}
      <ExternalLink
        aria-label={words.claims.evidence.open}
        className="ms-1 inline size-3.5 align-[-0.125em] text-muted"
      />
    </OutsideLink>
  );
}

function SourceFacts({
  item,
  words,
  format,
}: { item: EvidenceItem } & Pick<Conventions, "words" | "format">) {
  const texts = words.claims.evidence;
  const { source } = item;
  const facts = [
    source.publisher ?? (source.url && new URL(source.url).hostname),
    source.author,
    source.publishedOn && fill(texts.published, { day: format.day(source.publishedOn) }),
    fill(texts.read, { day: format.date(item.readAt) }),
    item.copies?.kept && fill(words.sources.copy.keptAt, { time: format.dateTime(item.copies.kept.readAt) }),
    !item.archiveUrl &&
      !item.copies?.kept &&
      item.noSnapshotReason &&
      fill(texts.noCopy, { reason: item.noSnapshotReason }),
    source.interests && fill(texts.interests, { text: source.interests }),
  ].filter(Boolean);
  return (
    <p className="text-sm text-muted wrap-anywhere" dir="auto">
      {facts.join("\u00a0· ")}&nbsp;· <Link href={`/desk/sources/${source.id}`}>{texts.inLibrary}</Link>
    </p>
  );
}
