import { languageChoices } from "#components/articles/fields/language-choices.ts";
import { Message } from "#components/ui/message.tsx";
import type { ArticleDetail } from "#lib/articles/queries.ts";
import type { Actor } from "#lib/auth/policy.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { ImportDetail } from "#lib/imports/queries.ts";
import { isOutdated } from "#lib/imports/rules.ts";
import type { ReadArticle } from "#lib/imports/schema.ts";
import { Provenance, SameAddress } from "./import-facts.tsx";
import { ImportNotes } from "./import-notes.tsx";
import { ImportSteps } from "./import-steps.tsx";
import { ReadText } from "./read-text.tsx";
import { ReadAgain } from "./retry-import.tsx";
import { SaveArticleForm } from "./save-article-form.tsx";
import { SaveRevisionForm } from "./save-revision-form.tsx";

type Read = {
  found: ImportDetail;
  read: ReadArticle;
  actor: Actor;
  words: Words;
  format: Format;
  locale: string;
};

/** What was read, to be looked through and saved as a new article. */
export function ArticlePreview({
  sameAddress,
  ...props
}: Read & { sameAddress: Parameters<typeof SameAddress>[0]["articles"] }) {
  const { found, read, words, format, locale } = props;
  const { metadata } = read;
  return (
    <div className="space-y-6">
      <ImportSteps found={found} words={words} />
      <SameAddress articles={sameAddress} words={words} format={format} />
      <SaveArticleForm
        {...formOf(props)}
        initial={{
          title: metadata.title ?? "",
          byline: metadata.byline,
          publisher: metadata.publisher,
          sourceUrl: metadata.canonicalUrl ?? found.original?.url ?? found.url,
          publishedOn: metadata.publishedOn,
          origin: "external",
          language: metadata.language,
        }}
        languages={languageChoices({ words, locale, found: metadata.language })}
        aside={
          <div className="space-y-2">
            <Provenance found={found} words={words} format={format} />
            <ImportNotes notes={read.notes} words={words} locale={locale} />
          </div>
        }
      />
    </div>
  );
}

/** The same for the next text of an article. `isOther`: whether a check found hardly any of the article again. */
export function RevisionPreview({
  article,
  isOther,
  ...props
}: Read & { article: ArticleDetail; isOther: boolean }) {
  const { found, read, words, format, locale } = props;
  const { number } = article.revision;
  const outdated = isOutdated(found, number);
  return (
    <div className="mx-auto max-w-3xl space-y-6">
      <ImportSteps found={found} words={words} />
      {outdated && (
        <Message tone="warning">
          <p>{fill(words.imports.preview.outdated, { newest: number, basedOn: found.basedOn ?? 0 })}</p>
          <ReadAgain importId={found.id} />
        </Message>
      )}
      {isOther && (
        <Message tone="warning">
          <p>{fill(words.imports.preview.isOther, { number })}</p>
        </Message>
      )}
      <div className="space-y-2">
        <Provenance found={found} words={words} format={format} />
        <ImportNotes notes={read.notes} words={words} locale={locale} />
      </div>
      <SaveRevisionForm {...formOf(props)} article={article} number={number + 1} canSave={!outdated} />
    </div>
  );
}

/** What both forms are given. */
function formOf({ found, read, actor }: Read) {
  return {
    importId: found.id,
    draftKey: `${actor.id}:import:${found.id}`,
    total: read.parts.length,
    proposed: read.parts.flatMap((part, index) => (part.isKept ? [index] : [])),
    children: <ReadText parts={read.parts} metadata={read.metadata} />,
  };
}
