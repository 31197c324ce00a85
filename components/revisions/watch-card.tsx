import { StepCard } from "#components/claims/step-card.tsx";
import { ActionForm } from "#components/forms/action-form.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { watchArticleAction } from "#lib/articles/actions.ts";
import type { ArticleDetail } from "#lib/articles/queries.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";

/** How often the article's page is looked at by itself. */
export function WatchCard({
  article,
  canEdit,
  words,
  format,
  locale,
}: {
  article: ArticleDetail;
  canEdit: boolean;
  words: Words;
  format: Format;
  locale: string;
}) {
  const { watch } = words.revisions;
  const current = article.checkEveryHours === null ? "" : String(article.checkEveryHours);
  const options = optionsFor(article.checkEveryHours, words, locale);
  return (
    <StepCard title={watch.title}>
      {canEdit ? (
        <ActionForm action={watchArticleAction} className="grid gap-3">
          <input type="hidden" name="articleId" value={article.id} />
          <input type="hidden" name="version" value={article.version} />
          {/* Never is empty, which a field that must be filled in would refuse. */}
          <SelectField
            name="everyHours"
            label={watch.every}
            hideLabel
            required={false}
            options={options}
            defaultValue={current}
          />
          <div>
            <SubmitButton variant="secondary">{watch.submit}</SubmitButton>
          </div>
        </ActionForm>
      ) : (
        <p>{options.find(({ value }) => value === current)?.label}</p>
      )}
      {article.nextCheckAt && (
        <p className="text-sm text-muted">{fill(watch.next, { at: format.dateTime(article.nextCheckAt) })}</p>
      )}
    </StepCard>
  );
}

/** Hours. */
const USUAL = { hour: 1, sixHours: 6, day: 24, week: 168 } as const;

/** The usual ones, and the one that is set if it is none of them. */
function optionsFor(hours: number | null, { revisions }: Words, locale: string) {
  const { choices, hours: everyHours } = revisions.watch;
  const usual = (Object.keys(USUAL) as (keyof typeof USUAL)[]).map((key) => ({
    value: String(USUAL[key]),
    label: choices[key],
  }));
  const isUsual = hours === null || usual.some(({ value }) => value === String(hours));
  const own = isUsual ? [] : [{ value: String(hours), label: plural(locale, everyHours, hours) }];
  return [{ value: "", label: choices.never }, ...usual, ...own];
}
