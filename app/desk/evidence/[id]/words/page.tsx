import type { Metadata } from "next";
import { QuoteChooser } from "#components/sources/quote-chooser.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { fill } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadQuoting } from "#lib/sources/loaders.ts";

type Props = PageProps<"/desk/evidence/[id]/words">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ evidence }, { words }] = await Promise.all([loadQuoting((await params).id), loadConventions()]);
  return { title: fill(words.sources.choosing.documentTitle, { title: evidence.source.title }) };
}

export default async function QuotePage({ params }: Props) {
  const [{ evidence, snapshot }, { words, format }] = await Promise.all([
    loadQuoting((await params).id),
    loadConventions(),
  ]);
  const { claim, source } = evidence;
  const texts = words.sources.choosing;
  const back = `/desk/claims/${claim.id}#evidence`;
  return (
    <>
      <PageHeader
        title={texts.title}
        crumbs={[{ href: back, label: fill(words.common.claimNumber, { number: claim.number }) }]}
      />
      <div className="mx-auto grid max-w-6xl items-start gap-x-10 gap-y-6 px-4 py-6 desk:px-7 desk:py-8 wide:grid-cols-[20rem_minmax(0,1fr)]">
        <section aria-labelledby="claim-title" className="grid gap-2 wide:sticky wide:top-20">
          <h2 id="claim-title" className="text-sm text-muted">
            {texts.claim}
          </h2>
          <p
            className="font-serif text-xl leading-snug text-pretty wrap-anywhere max-wide:line-clamp-4"
            dir="auto"
          >
            {claim.statement}
          </p>
        </section>
        <section aria-labelledby="copy-title" className="grid min-w-0 gap-3">
          <h2 id="copy-title" className="font-semibold wrap-anywhere" dir="auto">
            {source.title}
          </h2>
          <p className="text-sm text-muted">
            {fill(words.sources.snapshot.title, { time: format.dateTime(snapshot.readAt) })}
          </p>
          <QuoteChooser
            copy={snapshot.copy}
            evidenceId={evidence.id}
            version={evidence.version}
            snapshotId={snapshot.id}
            place={snapshot.place}
            back={back}
          />
        </section>
      </div>
    </>
  );
}
