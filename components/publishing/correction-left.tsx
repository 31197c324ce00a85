import { Message } from "#components/ui/message.tsx";
import { RevealLink } from "#components/ui/reveal-link.tsx";
import type { Words } from "#lib/i18n/words.ts";

/** The words of a published claim are settled anew, and readers do not know yet: a correction is what is left to do. */
export function CorrectionLeft({ canCorrect, words }: { canCorrect: boolean; words: Words }) {
  const texts = words.claims.correct;
  return (
    <Message tone="warning" title={texts.left}>
      <p>{texts.leftText}</p>
      {canCorrect ? (
        <p>
          <RevealLink to="correct" className="font-medium underline">
            {texts.open}
          </RevealLink>
        </p>
      ) : (
        <p>{texts.leftToEditor}</p>
      )}
    </Message>
  );
}
