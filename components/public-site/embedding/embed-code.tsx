import type { Words } from "#lib/i18n/words.ts";

/** What to copy to show a claim's card on another site. */
export function EmbedCode({ code, words }: { code: string; words: Words }) {
  const texts = words.embed;
  return (
    <div className="text-sm">
      <p id="embed-code" className="mb-2 text-muted">
        {texts.codeText}
      </p>
      <textarea
        readOnly
        rows={4}
        dir="ltr"
        aria-label={texts.codeLabel}
        aria-describedby="embed-code"
        className="w-full rounded-md border border-control bg-raised p-2 font-mono text-xs"
        defaultValue={code}
      />
    </div>
  );
}
