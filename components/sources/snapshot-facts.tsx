import { Download } from "lucide-react";
import type { ReactNode } from "react";
import type { Conventions } from "#components/claims/conventions.ts";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import { fill } from "#lib/i18n/words.ts";
import type { SnapshotDetail } from "#lib/snapshots/queries.ts";
import { sizeOf } from "./snapshot-words.ts";

/** When and where a copy was read, what proves that it is unchanged, and the way to the bytes themselves. */
export function SnapshotFacts({
  snapshot,
  words,
  format,
}: { snapshot: SnapshotDetail } & Pick<Conventions, "words" | "format">) {
  const texts = words.sources.snapshot;
  const { url, source, sha256, size, contentType, readAt, readByName, document } = snapshot;
  return (
    <section
      aria-labelledby="facts-title"
      className="grid gap-4 rounded-lg border border-line bg-raised p-5 text-sm"
    >
      <h2 id="facts-title" className="font-semibold">
        {texts.facts}
      </h2>
      <dl className="grid gap-3">
        <Fact name={texts.readAt}>
          {format.dateTime(readAt)}
          {readByName !== null && (
            <span className="block text-muted">
              {fill(document ? texts.attachedBy : texts.readBy, { name: readByName })}
            </span>
          )}
        </Fact>
        {document && (
          <Fact name={texts.file}>
            <bdi>{document.fileName}</bdi>
          </Fact>
        )}
        {!document && (url ?? source.url) !== null && (
          <Fact name={texts.from}>
            <OutsideLink
              href={url ?? source.url}
              target="_blank"
              rel="noopener noreferrer"
              className="underline"
              dir="ltr"
            >
              {url ?? source.url}
            </OutsideLink>
          </Fact>
        )}
        <Fact name={texts.type}>{contentType ?? texts.unknownType}</Fact>
        <Fact name={texts.size}>{sizeOf(size, words, format)}</Fact>
        <Fact name={texts.hash}>
          <code className="text-xs break-all">{sha256}</code>
        </Fact>
      </dl>
      <p>
        <a
          href={`/api/desk/snapshots/${snapshot.id}/file`}
          download
          className="inline-flex items-center gap-1.5 font-medium underline"
        >
          <Download aria-hidden className="size-4" />
          {document ? texts.downloadFile : texts.download}
        </a>
        <span className="mt-1 block text-muted">
          {document ? texts.downloadFileHint : texts.downloadHint}
        </span>
      </p>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
