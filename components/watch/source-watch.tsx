import { LoaderCircle, RefreshCw } from "lucide-react";
import type { Conventions } from "#components/claims/conventions.ts";
import { SaidForm } from "#components/claims/said-form.tsx";
import { failureSentence } from "#components/sources/snapshot-words.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { fill, plural } from "#lib/i18n/words.ts";
import { askCheckAction } from "#lib/watch/actions.ts";
import type { Watch } from "#lib/watch/queries.ts";
import { isChecking } from "#lib/watch/rules.ts";

/** When a source's page was looked at, what came of it, when it is looked at next; and a look now. */
export function SourceWatch({
  sourceId,
  watch,
  mayAsk,
  words,
  format,
  locale,
  now,
}: { sourceId: string; watch: Watch; mayAsk: boolean } & Conventions) {
  const texts = words.watch.card;
  const { checkedAt, nextCheckAt, failures, failure } = watch;
  const checking = isChecking(watch, now);
  return (
    <section aria-labelledby="watch-title" className="grid gap-3">
      <h2 id="watch-title" className="text-lg font-semibold">
        {texts.title}
      </h2>
      <p className="text-sm text-pretty text-muted">{texts.text}</p>
      <p className="text-sm">
        {checkedAt ? fill(texts.checked, { time: format.dateTime(checkedAt) }) : texts.never}{" "}
        {nextCheckAt && nextCheckAt > now && fill(texts.next, { day: format.date(nextCheckAt) })}
      </p>
      {failure && (
        <p className="text-sm text-pretty">
          {plural(locale, texts.failing, failures)} {failureSentence(failure, words, format)}
        </p>
      )}
      {checking && (
        <p role="status" className="flex items-center gap-2 text-sm text-muted">
          <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin motion-reduce:animate-none" />
          {texts.checking}
        </p>
      )}
      {mayAsk && !checking && (
        <SaidForm action={askCheckAction} done={texts.asked} className="grid justify-items-start gap-2">
          <input type="hidden" name="sourceId" value={sourceId} />
          <SubmitButton variant="secondary" size="sm">
            <RefreshCw aria-hidden className="size-3.5" />
            {texts.ask}
          </SubmitButton>
        </SaidForm>
      )}
    </section>
  );
}
