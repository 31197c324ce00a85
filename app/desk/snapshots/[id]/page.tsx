import type { Metadata } from "next";
import { ArticleText } from "#components/articles/text/article-text.tsx";
import { KeptPicture } from "#components/sources/kept-picture.tsx";
import { SnapshotFacts } from "#components/sources/snapshot-facts.tsx";
import { unreadSentence } from "#components/sources/snapshot-words.ts";
import { Message } from "#components/ui/message.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { Reason } from "#lib/errors.ts";
import { fill } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadSnapshot } from "#lib/snapshots/loaders.ts";
import { formOf } from "#lib/snapshots/values.ts";

/** Of these no text is looked for, so none is missing. */
const EXPECTED: ReadonlySet<Reason> = new Set(["picture_unread", "office_unread"]);

type Props = PageProps<"/desk/snapshots/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ source }, { words }] = await Promise.all([loadSnapshot((await params).id), loadConventions()]);
  return { title: fill(words.sources.snapshot.documentTitle, { title: source.title }) };
}

export default async function SnapshotPage({ params }: Props) {
  const [snapshot, { words, format }] = await Promise.all([
    loadSnapshot((await params).id),
    loadConventions(),
  ]);
  const { text, blocks, metadata, failure, source, readAt, document } = snapshot;
  const texts = words.sources.snapshot;
  return (
    <>
      <PageHeader
        title={fill(texts.title, { time: format.dateTime(readAt) })}
        crumbs={[
          { href: "/desk/sources", label: words.sources.list.title },
          { href: `/desk/sources/${source.id}`, label: source.title },
        ]}
      />
      <div className="mx-auto grid max-w-6xl items-start gap-x-10 gap-y-8 px-4 py-6 desk:px-7 desk:py-8 wide:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-labelledby="text-title" className="min-w-0">
          <h2
            id="text-title"
            className="mb-5 font-serif text-2xl leading-snug font-semibold text-pretty"
            dir="auto"
          >
            {metadata?.title ?? source.title}
          </h2>
          {formOf(snapshot.contentType) === "picture" && (
            <figure className="mb-5 grid gap-2">
              <KeptPicture
                snapshotId={snapshot.id}
                alt={document?.alt ?? null}
                title={source.title}
                words={words}
              />
              {document?.alt && (
                <figcaption className="text-sm text-pretty text-muted wrap-anywhere" dir="auto">
                  {document.alt}
                </figcaption>
              )}
            </figure>
          )}
          {text === null ? (
            <Message tone={failure && EXPECTED.has(failure.reason) ? "info" : "warning"}>
              <p>{failure ? unreadSentence(failure, words, format) : words.sources.copy.noText}</p>
            </Message>
          ) : (
            <ArticleText
              text={text}
              blocks={blocks}
              language={metadata?.language ?? "und"}
              direction={metadata?.direction ?? "ltr"}
              claims={[]}
            />
          )}
        </section>
        <div>
          <SnapshotFacts snapshot={snapshot} words={words} format={format} />
        </div>
      </div>
    </>
  );
}
