import type { Span } from "#lib/anchoring/spans.ts";

/** A text with the words that were looked for marked. Spans in order, none over another; UTF-16 code units. */
export function MarkedText({ text, spans = [] }: { text: string; spans?: readonly Span[] | undefined }) {
  if (spans.length === 0) return text;
  return (
    <>
      {spans.map(({ start, end }, at) => (
        <span key={start}>
          {text.slice(spans[at - 1]?.end ?? 0, start)}
          <mark className="bg-highlight/35">{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(spans.at(-1)?.end)}
    </>
  );
}
