import { Message } from "#components/ui/message.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { sentenceOf } from "#lib/i18n/refusals.ts";
import type { Words } from "#lib/i18n/words.ts";
import type { ImportDetail } from "#lib/imports/queries.ts";
import { ImportSteps } from "./import-steps.tsx";
import { ImportedFrom } from "./imported-from.tsx";
import { RetryImport } from "./retry-import.tsx";

/** Why nothing came of an import, and what to do instead. */
export function ImportFailed({
  found,
  words,
  format,
}: {
  found: ImportDetail;
  words: Words;
  format: Format;
}) {
  return (
    <div className="space-y-6">
      <ImportedFrom found={found} />
      <ImportSteps found={found} words={words} />
      <Message tone="error">
        <p>{sentenceOf(found.failure ?? { reason: "import_failed" }, words, format)}</p>
      </Message>
      <RetryImport found={found} />
    </div>
  );
}
