import { Message } from "#components/ui/message.tsx";
import type { Words } from "#lib/i18n/words.ts";

/** The words of a published claim are settled anew, and readers do not know yet: a correction is what is left to do. */
export function CorrectionLeft({ canCorrect, words }: { canCorrect: boolean; words: Words }) {
  const texts = words.claims.correct;
  return (
    <Message tone="warning" title={texts.left}>
      <p>{texts.leftText}</p>
      {canCorrect ? (
        <p>
          <a href="#correct" className="font-medium underline">
            {texts.open}
          </a>
        </p>
      ) : (
        <p>{texts.leftToEditor}</p>
      )}
    </Message>
  );
}
