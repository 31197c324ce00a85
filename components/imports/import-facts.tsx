import Link from "next/link";
import { Message } from "#components/ui/message.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { ImportDetail } from "#lib/imports/queries.ts";

type Conventions = { words: Words; format: Format };

/** Where a text comes from, when it was read, and how large it was. */
export function Provenance({ found, words, format }: Conventions & { found: ImportDetail }) {
  const texts = words.imports.preview;
  const { original } = found;
  if (!original) return null;
  const facts = { time: format.dateTime(original.readAt), size: sizeOf(original.size, words, format) };
  const { url, fileName } = original;
  const sentence = () => {
    if (url) return fill(texts.fetchedFrom, { site: new URL(url).host, ...facts });
    return fileName ? fill(texts.uploaded, { name: fileName, ...facts }) : fill(texts.pasted, facts);
  };
  return <p className="text-sm wrap-anywhere text-muted">{sentence()}</p>;
}

function sizeOf(bytes: number, words: Words, format: Format): string {
  const { kilobytes, megabytes } = words.imports.preview;
  if (bytes < 1_000_000) return fill(kilobytes, { count: format.number(Math.ceil(bytes / 1_000)) });
  return fill(megabytes, { count: format.number(Math.round(bytes / 100_000) / 10) });
}

/** That the article may be at the desk already: a hint, as the same address may be wanted twice. */
export function SameAddress({
  articles,
  words,
  format,
}: Conventions & { articles: readonly { id: string; title: string; createdAt: Date }[] }) {
  const texts = words.imports.preview;
  if (articles.length === 0) return null;
  return (
    <Message tone="warning">
      <p>{texts.sameAddress}</p>
      <ul className="space-y-1">
        {articles.map(({ id, title, createdAt }) => (
          <li key={id}>
            <Link href={`/desk/articles/${id}`} className="font-medium">
              <bdi>{title}</bdi>
            </Link>
            <span className="text-sm text-muted">
              {" "}
              {fill(texts.addedOn, { day: format.date(createdAt) })}
            </span>
          </li>
        ))}
      </ul>
    </Message>
  );
}
