import { FileCheck, LoaderCircle, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { Conventions } from "#components/claims/conventions.ts";
import { Chip } from "#components/ui/badge.tsx";
import type { EvidenceItem } from "#lib/claims/claim-detail.ts";
import type { Words } from "#lib/i18n/words.ts";
import type { Copies, KeptCopy } from "#lib/snapshots/queries.ts";
import { isStalled } from "#lib/snapshots/rules.ts";
import { KeepCopy } from "./keep-copy.tsx";
import { failureSentence } from "./snapshot-words.ts";

/** Leads to the text as it was read. */
export function KeptCopyChip({ copy, words }: { copy: KeptCopy; words: Words }) {
  return (
    <Chip icon={<FileCheck aria-hidden className="size-3 shrink-0" />}>
      <Link href={`/desk/snapshots/${copy.id}`} className="underline">
        {words.sources.copy.kept}
      </Link>
    </Chip>
  );
}

/** Whether a copy is on its way. */
export function isWaiting(copies: Copies | null, now: Date): boolean {
  return copies?.newest.state === "waiting" && !isStalled(copies.newest, now);
}

/** What became of keeping a copy, where that is not a kept one; and what one can do about it. */
export function CopyState({
  item: { source, copies, visibility, noSnapshotReason },
  words,
  format,
  now,
}: { item: EvidenceItem } & Pick<Conventions, "words" | "format" | "now">) {
  const texts = words.sources.copy;
  const ofFile = words.sources.document;
  if (source.url === null && copies === null) return null;
  const isDocument = copies?.newest.isDocument ?? false;
  if (isWaiting(copies, now)) {
    return (
      <p role="status" className="flex items-center gap-2 text-sm text-muted">
        <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin" />
        {isDocument ? ofFile.reading : texts.waiting}
      </p>
    );
  }
  if (copies && copies.newest.state !== "kept") {
    const { failure, state } = copies.newest;
    return (
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2 rounded-md bg-mixed-tint/60 px-3 py-2 text-sm">
        <p role="status" className="flex min-w-0 flex-1 basis-72 gap-2 text-pretty">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-mixed" />
          <span>
            {state === "waiting"
              ? (isDocument ? ofFile : texts).stalled
              : [
                  (isDocument ? ofFile : texts).failed,
                  !isDocument && failure && failureSentence(failure, words, format),
                ]
                  .filter(Boolean)
                  .join(" ")}
          </span>
        </p>
        <KeepCopy sourceId={source.id} label={texts.retry} />
      </div>
    );
  }
  if (copies?.kept || source.url === null) return null;
  if (visibility === "public" && noSnapshotReason !== null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-muted">
      <KeepCopy sourceId={source.id} label={texts.keepNow} />
      {visibility === "confidential" && <p className="min-w-0 flex-1 basis-60">{texts.confidentialHint}</p>}
    </div>
  );
}
