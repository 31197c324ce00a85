import Link from "next/link";
import type { Conventions } from "#components/claims/conventions.ts";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import type { SnapshotListItem } from "#lib/snapshots/queries.ts";
import { isStalled, stallsIn } from "#lib/snapshots/rules.ts";
import type { SourceDetail } from "#lib/sources/queries.ts";
import { ArchivingState } from "./archiving-state.tsx";
import { KeepCopy } from "./keep-copy.tsx";
import { failureSentence } from "./snapshot-words.ts";

type Props = {
  source: SourceDetail;
  snapshots: readonly SnapshotListItem[];
  /** Whether copies of it are archived outside, and this member may ask for that. */
  isArchived: boolean;
} & Conventions;

/** The copies of a source, newest first, and the button that keeps one more. */
export function SnapshotList({ source, snapshots, isArchived, words, format, now }: Props) {
  const texts = words.sources;
  const waits = stallsIn(snapshots, now) !== null;
  return (
    <section aria-labelledby="copies-title" className="grid gap-3">
      <h2 id="copies-title" className="text-lg font-semibold">
        {texts.page.copies}
      </h2>
      {snapshots.length === 0 && <p className="text-muted">{texts.page.noCopies}</p>}
      {snapshots.length > 0 && (
        <ul className="divide-y divide-line border-y border-line text-sm">
          {snapshots.map((snapshot) => (
            <li key={snapshot.id} className="grid gap-0.5 py-2.5">
              <Copy snapshot={snapshot} words={words} format={format} now={now} />
              {snapshot.state === "kept" && (
                <ArchivingState
                  snapshotId={snapshot.id}
                  archiving={snapshot.archiving}
                  mayAsk={isArchived}
                  words={words}
                  format={format}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {source.url !== null && !waits && (
        <KeepCopy
          sourceId={source.id}
          label={snapshots.length === 0 ? texts.copy.keepNow : texts.page.keepAnother}
        />
      )}
      {source.url === null && !waits && source.files.some(({ snapshotId }) => snapshotId === null) && (
        <KeepCopy sourceId={source.id} label={texts.copy.retry} />
      )}
    </section>
  );
}

function Copy({
  snapshot: { id, state, readAt, createdAt, archiveUrl, failure, sha256, fileName },
  words,
  format,
  now,
}: { snapshot: SnapshotListItem } & Pick<Conventions, "words" | "format" | "now">) {
  const texts = words.sources.copy;
  const time = format.dateTime(readAt ?? createdAt);
  if (state === "kept") {
    return (
      <>
        <Link href={`/desk/snapshots/${id}`} className="font-medium">
          {time}
        </Link>
        {fileName !== null && <bdi className="wrap-anywhere">{fileName}</bdi>}
        <code className="text-xs text-muted">{sha256?.slice(0, 16)}…</code>
        {failure && failure.reason !== "picture_unread" && <span className="text-muted">{texts.noText}</span>}
      </>
    );
  }
  if (state === "linked") {
    return (
      <OutsideLink
        href={archiveUrl}
        target="_blank"
        rel="noopener noreferrer"
        className="wrap-anywhere underline"
      >
        {texts.archive + words.common.colon}
        {archiveUrl}
      </OutsideLink>
    );
  }
  const ofFile = words.sources.document;
  if (state === "waiting") {
    const isLate = isStalled({ state, createdAt }, now);
    const said = fileName === null ? texts : { ...ofFile, waiting: ofFile.reading };
    return <span role="status">{isLate ? said.stalled : said.waiting}</span>;
  }
  return (
    <>
      <span className="text-muted">{time}</span>
      <span role="status" className="text-pretty">
        {fileName === null ? texts.failed : ofFile.failed}{" "}
        {fileName === null && failure && failureSentence(failure, words, format)}
      </span>
    </>
  );
}
