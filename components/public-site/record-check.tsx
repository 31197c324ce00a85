import { Button } from "#components/ui/button.tsx";
import type { Words } from "#lib/i18n/words.ts";
import type { Saying } from "#lib/proving/record-check.ts";

type Texts = Words["publicSite"]["proof"]["check"];

/** Checks a claim's record in the browser: shown, and made to work, by lib/proving/record-script.ts. */
export function RecordCheck({ claim, texts }: { claim: string; texts: Texts }) {
  const { title, text, start, file, ...says } = texts;
  const sayings: Record<Saying, string> = says;
  return (
    <>
      <section
        hidden
        data-record-check={claim}
        aria-labelledby="check"
        className="mt-6 rounded-lg border border-line bg-raised p-5 print:hidden"
      >
        <h2 id="check" className="text-[0.9375rem] font-semibold">
          {title}
        </h2>
        <div hidden data-part="controls">
          <p className="mt-1 text-sm text-muted">{text}</p>
          <div className="mt-4 flex flex-wrap items-end gap-x-6 gap-y-4">
            <Button data-part="start" variant="primary">
              {start}
            </Button>
            <label className="grid min-w-0 gap-1 text-sm">
              {file}
              <input
                type="file"
                accept="application/json,.json"
                data-part="file"
                className="max-w-full text-sm text-muted file:me-3 file:min-h-9 file:cursor-pointer file:rounded-md file:border file:border-line-strong file:bg-paper file:px-3.5 file:font-medium file:text-ink hover:file:bg-sunken pointer-coarse:file:min-h-11"
              />
            </label>
          </div>
        </div>
        <p role="status" data-part="result" className="mt-4 font-medium empty:hidden" />
        <ol data-part="list" className="record-findings mt-3 grid gap-2 empty:hidden" />
        {Object.entries(sayings).map(([name, saying]) => (
          <template key={name} data-says={name}>
            {saying}
          </template>
        ))}
      </section>
      <script src="/embed/record.js" async />
    </>
  );
}
