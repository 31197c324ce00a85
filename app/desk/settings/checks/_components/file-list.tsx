import Link from "next/link";
import { Chip } from "#components/ui/badge.tsx";
import type { CheckFile } from "#lib/check-files/queries.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";

/** Files that were sent lately, each with how far it is. */
export function FileList({
  files,
  words,
  format,
}: {
  files: readonly CheckFile[];
  words: Words;
  format: Format;
}) {
  const texts = words.checkFiles;
  return (
    <ul aria-labelledby="sent" className="divide-y divide-line border-y border-line">
      {files.map(({ id, name, use, state, by, createdAt }) => (
        <li key={id} className="space-y-1 py-3">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Link href={`/desk/settings/checks/${id}`} className="min-w-0 font-medium wrap-anywhere">
              <bdi>{name}</bdi>
            </Link>
            <Chip>{texts.states[state]}</Chip>
          </p>
          <p className="text-sm wrap-break-word text-muted">
            {fill(texts.sent, { use: texts.uses[use], name: by, when: format.dateTime(createdAt) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
