import { TextField } from "#components/ui/text-field.tsx";
import { plural, type Words } from "#lib/i18n/words.ts";

/** Where an answer goes, and in a sentence what becomes of the address. */
export function AnswerAddress({
  contactDays,
  words,
  locale,
}: {
  contactDays: number;
  words: Words;
  locale: string;
}) {
  const texts = words.tips.forms;
  return (
    <TextField
      name="email"
      type="email"
      inputMode="email"
      autoComplete="email"
      label={texts.email}
      hint={plural(locale, texts.privacy, contactDays)}
      optional
    />
  );
}
