import { classNames } from "#components/ui/class-names.ts";
import { TONE_SHAPES, type ToneStroke } from "#lib/publishing/tone-shapes.ts";
import type { Tone } from "#lib/publishing/values.ts";

/** A tone, or none yet. */
export type ToneOrPending = Tone | "pending";

/** The shape that stands for a tone. Decoration: the word stands beside it. */
export function ToneIcon({ tone, className }: { tone: ToneOrPending; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classNames("shrink-0", className ?? "size-3.5")}
    >
      {TONE_SHAPES[tone === "pending" ? "unverified" : tone].map((stroke) => (
        <Stroke key={stroke.d} {...stroke} />
      ))}
    </svg>
  );
}

function Stroke({ d, width, dashes, isFilled }: ToneStroke) {
  if (isFilled) return <path d={d} fill="currentColor" fillRule="evenodd" stroke="none" />;
  return <path d={d} strokeWidth={width} strokeDasharray={dashes} />;
}
