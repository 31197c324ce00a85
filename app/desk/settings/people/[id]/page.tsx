import type { Metadata } from "next";
import { buttonStyle } from "#components/ui/button-style.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadPerson } from "#lib/erasure/loaders.ts";
import { plural } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { ErasePerson } from "../_components/erase-person.tsx";
import { SentList } from "../_components/sent-list.tsx";

type Props = PageProps<"/desk/settings/people/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { email } = await loadPerson((await params).id);
  return { title: email ?? (await loadConventions()).words.people.nameless };
}

/** What somebody outside sent, to be handed over or erased. */
export default async function PersonPage({ params }: Props) {
  const { id } = await params;
  const { email, tips } = await loadPerson(id);
  const { words, format, newsroom } = await loadConventions();
  const texts = words.people;
  return (
    <>
      <PageHeader
        title={email ?? texts.nameless}
        crumbs={[{ href: "/desk/settings/people", label: texts.title }]}
        meta={plural(newsroom.locale, texts.sent, tips.length)}
      />
      <div className="max-w-2xl space-y-10 px-4 py-7 desk:px-7">
        <section aria-labelledby="sent">
          <h2 id="sent" className="mb-3 text-lg font-semibold">
            {texts.list}
          </h2>
          <SentList tips={tips} words={words} format={format} />
        </section>
        <section aria-labelledby="data" className="space-y-4 rounded-lg border border-line p-4 sm:p-5">
          <div>
            <h2 id="data" className="font-semibold">
              {texts.data}
            </h2>
            <p className="mt-1 text-pretty text-muted">{texts.held}</p>
          </div>
          {/* A file, not a page: the browser saves it. */}
          <a
            href={`/desk/settings/people/${id}/personal-data`}
            download
            className={buttonStyle({ variant: "secondary" })}
          >
            {texts.download}
          </a>
          <ErasePerson tipId={id} email={email} />
        </section>
      </div>
    </>
  );
}
