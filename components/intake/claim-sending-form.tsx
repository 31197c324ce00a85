import { Button } from "#components/ui/button.tsx";
import { DateField, TextArea, TextField } from "#components/ui/text-field.tsx";
import type { Words } from "#lib/i18n/words.ts";
import { sendClaimAction } from "#lib/intake/actions.ts";
import type { SendingProblem } from "#lib/intake/loaders.ts";
import { AnswerAddress } from "./answer-address.tsx";
import { ReaderForm } from "./reader-form.tsx";

type Props = {
  stamp: string;
  problem: SendingProblem | null;
  contactDays: number;
  words: Words;
  locale: string;
};

/** A claim that somebody asks the desk to check. */
export function ClaimSendingForm({ stamp, problem, contactDays, words, locale }: Props) {
  const texts = words.tips.forms;
  return (
    <ReaderForm action={sendClaimAction} stamp={stamp} problem={problem && texts.problemsSending[problem]}>
      <TextArea name="said" label={texts.said} hint={texts.saidHint} rows={4} dir="auto" />
      <TextField name="speaker" label={texts.speaker} optional dir="auto" />
      <TextField name="link" type="url" inputMode="url" label={texts.claimLinkField} optional />
      <DateField name="saidOn" label={texts.saidOn} optional />
      <AnswerAddress contactDays={contactDays} words={words} locale={locale} />
      <div>
        <Button type="submit" variant="primary">
          {texts.sendClaim}
        </Button>
      </div>
    </ReaderForm>
  );
}
