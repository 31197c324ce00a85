import { LoaderCircle } from "lucide-react";
import { RefreshWhileWaiting } from "#components/imports/refresh-while-waiting.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Message } from "#components/ui/message.tsx";
import type { CheckFileDetail } from "#lib/check-files/queries.ts";
import { isAtWork } from "#lib/check-files/values.ts";
import type { Format } from "#lib/i18n/format.ts";
import { sentenceOf } from "#lib/i18n/refusals.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import { ImportControls } from "./import-controls.tsx";

type Props = { file: CheckFileDetail; isStalled: boolean; words: Words; format: Format; locale: string };

/** How far a file is, and what can be done with it now. While the worker has it the page renews itself. */
export function FileState(props: Props) {
  const { file } = props;
  if (isAtWork(file.state)) return <AtWork {...props} />;
  if (file.state === "imported") return <Imported {...props} />;
  return file.state === "failed" ? <Failed {...props} /> : <Shown {...props} />;
}

const countOf = ({ counts }: CheckFileDetail) => counts.new ?? 0;

function AtWork({ file, isStalled, words, format }: Props) {
  const texts = words.checkFiles;
  const isReading = file.state === "reading";
  const numbers = { made: format.number(file.made), count: format.number(countOf(file)) };
  return (
    <div className="space-y-2">
      <p role="status" className="flex items-center gap-2.5 font-medium">
        <LoaderCircle aria-hidden className="size-4.5 shrink-0 animate-spin text-muted" />
        {isReading ? texts.reading : texts.importing}
      </p>
      {!isReading && file.use === "archive" && (
        <div className="space-y-1.5">
          <progress
            aria-label={texts.importing}
            className="h-2 w-full max-w-md appearance-none overflow-hidden rounded-full bg-chip [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-chip [&::-webkit-progress-value]:bg-accent"
            value={file.made}
            max={Math.max(countOf(file), 1)}
          />
          <p className="text-muted tabular-nums">{fill(texts.progress, numbers)}</p>
        </div>
      )}
      {isStalled ? (
        <Message tone="warning">
          <p>{texts.stalled}</p>
        </Message>
      ) : (
        <p className="text-muted">{texts.goesOn}</p>
      )}
      <RefreshWhileWaiting />
    </div>
  );
}

function Shown({ file, words, locale }: Props) {
  const texts = words.checkFiles;
  const would = countOf(file);
  const all = Object.values(file.counts).reduce((sum, count) => sum + count, 0);
  return (
    <div className="space-y-4">
      <div className="space-y-1">
        <p role="status" className="font-serif text-xl leading-snug font-semibold">
          {would === 0 ? texts.nothing : plural(locale, texts.would, would)}
          {would > 0 && all > would && <> {plural(locale, texts.wouldNot, all - would)}</>}
        </p>
        {would > 0 && <p className="text-pretty text-muted">{texts.unchanged}</p>}
      </div>
      <ImportControls file={file} count={would} />
      <p className="text-sm text-muted">{texts.kept}</p>
    </div>
  );
}

function Failed({ file, words, format, locale }: Props) {
  const texts = words.checkFiles;
  const wasShown = file.shownAt !== null;
  return (
    <div className="space-y-4">
      <Message tone="error" title={wasShown ? texts.stopped : texts.unread}>
        <p>{sentenceOf(file.failure ?? { reason: "check_file_failed" }, words, format)}</p>
        {wasShown && file.made > 0 && <p>{plural(locale, texts.stoppedAfter, file.made)}</p>}
      </Message>
      <ImportControls file={file} count={Math.max(countOf(file) - file.made, 0)} />
    </div>
  );
}

function Imported({ file, words, locale }: Props) {
  const texts = words.checkFiles;
  const rest = countOf(file) - file.made;
  return (
    <div className="space-y-4">
      <Message tone="success" role="status" title={plural(locale, texts.came, file.made)}>
        {rest > 0 && <p>{plural(locale, texts.meanwhile, rest)}</p>}
      </Message>
      <p className="flex flex-wrap gap-2">
        {file.use === "archive" && (
          <LinkButton href="/desk/claims?state=published">{texts.toClaims}</LinkButton>
        )}
        <LinkButton href="/desk/settings/checks">{texts.another}</LinkButton>
      </p>
    </div>
  );
}
