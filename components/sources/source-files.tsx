import { Download, FileText, ImageIcon } from "lucide-react";
import Link from "next/link";
import type { Conventions } from "#components/claims/conventions.ts";
import { fill, plural } from "#lib/i18n/words.ts";
import type { SourceDetail, SourceFile } from "#lib/sources/queries.ts";
import { KeptPicture } from "./kept-picture.tsx";
import { sizeOf } from "./snapshot-words.ts";

type Props = { source: SourceDetail } & Conventions;

/** The files that are a source: what each is, who brought it, and the way to it. Nothing of a source without one. */
export function SourceFiles({ source, ...conventions }: Props) {
  const { words, locale } = conventions;
  const texts = words.sources.document;
  if (source.files.length === 0) return null;
  return (
    <section aria-labelledby="files-title" className="grid gap-3">
      <h2 id="files-title" className="text-lg font-semibold">
        {plural(locale, texts.title, source.files.length)}
      </h2>
      <ul className="grid gap-4">
        {source.files.map((file) => (
          <li key={file.sha256} className="grid gap-3 rounded-lg border border-line bg-raised p-4">
            <File file={file} source={source} {...conventions} />
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">{texts.readersHint}</p>
    </section>
  );
}

function File({ file, source, words, format }: { file: SourceFile } & Props) {
  const texts = words.sources.document;
  const { snapshotId, form, alt } = file;
  const Icon = form === "picture" ? ImageIcon : FileText;
  return (
    <>
      {form === "picture" && snapshotId !== null && (
        <figure className="grid gap-2">
          <KeptPicture snapshotId={snapshotId} alt={alt} title={source.title} words={words} isSmall />
          <figcaption className="text-sm text-pretty text-muted wrap-anywhere" dir="auto">
            {alt ?? fill(texts.noAlt, { edit: words.sources.page.edit })}
          </figcaption>
        </figure>
      )}
      <div className="grid gap-1 text-sm">
        <p className="flex items-start gap-2 font-medium">
          <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <bdi className="min-w-0 wrap-anywhere">{file.fileName}</bdi>
        </p>
        <p className="text-muted">
          {fill(texts.facts, { form: texts.forms[form], size: sizeOf(file.size, words, format) })}
        </p>
        {file.uploadedByName !== null && (
          <p className="text-muted wrap-anywhere">
            {fill(texts.uploaded, { name: file.uploadedByName, time: format.dateTime(file.uploadedAt) })}
          </p>
        )}
        <p className="text-muted">
          SHA-256 <code className="text-xs break-all">{file.sha256}</code>
        </p>
      </div>
      {snapshotId !== null && (
        <p className="flex flex-wrap gap-x-5 gap-y-2 text-sm font-medium">
          <Link href={`/desk/snapshots/${snapshotId}`} className="underline">
            {texts.openCopy}
          </Link>
          <a
            href={`/api/desk/snapshots/${snapshotId}/file`}
            download
            className="inline-flex items-center gap-1.5 underline"
          >
            <Download aria-hidden className="size-4" />
            {words.sources.snapshot.downloadFile}
          </a>
        </p>
      )}
    </>
  );
}
