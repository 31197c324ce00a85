import { LoaderCircle } from "lucide-react";
import { Message } from "#components/ui/message.tsx";
import type { Words } from "#lib/i18n/words.ts";
import type { ImportDetail } from "#lib/imports/queries.ts";
import { ImportSteps } from "./import-steps.tsx";
import { ImportedFrom } from "./imported-from.tsx";
import { RefreshWhileWaiting } from "./refresh-while-waiting.tsx";
import { RetryImport } from "./retry-import.tsx";

/** An import the worker has in hand: its steps, and what is being done now. The page renews itself. */
export function ImportUnderWay({
  found,
  stalled,
  words,
}: {
  found: ImportDetail;
  stalled: boolean;
  words: Words;
}) {
  const texts = words.imports.underWay;
  const now = found.state === "fetching" || found.state === "reading" ? texts[found.state] : texts.waiting;
  return (
    <div className="space-y-6">
      <ImportedFrom found={found} />
      <ImportSteps found={found} words={words} />
      {stalled ? (
        <div className="space-y-5">
          <Message tone="warning">
            <p>{texts.stalled}</p>
          </Message>
          <RetryImport found={found} />
        </div>
      ) : (
        <div className="space-y-1.5">
          <p role="status" className="flex items-center gap-2.5 font-medium">
            <LoaderCircle aria-hidden className="size-4.5 shrink-0 animate-spin text-muted" />
            {now}
          </p>
          <p className="text-muted">{texts.hint}</p>
          <RefreshWhileWaiting />
        </div>
      )}
    </div>
  );
}
