import { Button } from "#components/ui/button.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import type { Words } from "#lib/i18n/words.ts";
import { reportErrorAction } from "#lib/intake/actions.ts";
import type { SendingProblem } from "#lib/intake/loaders.ts";
import { TIP_PROBLEMS } from "#lib/tips/values.ts";
import { AnswerAddress } from "./answer-address.tsx";
import { ReaderForm } from "./reader-form.tsx";

type Props = {
  slug: string;
  stamp: string;
  problem: SendingProblem | null;
  contactDays: number;
  words: Words;
  locale: string;
};

/** What is wrong with a published claim, in a reader's words. */
export function ErrorForm({ slug, stamp, problem, contactDays, words, locale }: Props) {
  const texts = words.tips.forms;
  return (
    <ReaderForm action={reportErrorAction} stamp={stamp} problem={problem && texts.problemsSending[problem]}>
      <input type="hidden" name="slug" value={slug} />
      <RadioCards
        label={texts.problem}
        name="problem"
        options={TIP_PROBLEMS.map((value) => ({ value, label: texts.problems[value] }))}
      />
      <TextArea name="report" label={texts.report} rows={6} dir="auto" />
      <TextField name="link" type="url" inputMode="url" label={texts.errorLinkField} optional />
      <AnswerAddress contactDays={contactDays} words={words} locale={locale} />
      <div>
        <Button type="submit" variant="primary">
          {texts.sendError}
        </Button>
      </div>
    </ReaderForm>
  );
}
