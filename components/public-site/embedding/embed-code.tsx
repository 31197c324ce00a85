import type { Words } from "#lib/i18n/words.ts";

/** What to copy to show a claim's card on another site. */
export function EmbedCode({ code, words }: { code: string; words: Words }) {
  const texts = words.embed;
  return (
    <div className="mx-auto max-w-[68ch] print:hidden">
      <details className="mt-6 border-t border-line pt-4 text-sm">
        <summary className="min-h-6 cursor-pointer font-medium pointer-coarse:min-h-11">{texts.code}</summary>
        <p id="embed-code" className="mt-3 mb-2 text-muted">
          {texts.codeText}
        </p>
        <textarea
          readOnly
          rows={4}
          aria-label={texts.codeLabel}
          aria-describedby="embed-code"
          className="w-full rounded-md border border-control bg-raised p-2 font-mono text-xs"
          defaultValue={code}
        />
      </details>
    </div>
  );
}
