import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { Tone } from "#lib/publishing/values.ts";

/** A tone, or none yet. */
export type ToneOrPending = Tone | "pending";

const CHECK = <path d="M3 8.6 6.4 12 13 4.4" strokeWidth="2.2" />;
const RING = <circle cx="8" cy="8" r="6" strokeWidth="1.8" />;
const DOTTED = <circle cx="8" cy="8" r="6" strokeWidth="1.8" strokeDasharray="2.1 2.6" />;

const SHAPES: Record<ToneOrPending, ReactNode> = {
  true: CHECK,
  mostly_true: CHECK,
  mixed: (
    <>
      {RING}
      <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" stroke="none" />
    </>
  ),
  misleading: (
    <>
      <path d="M8 2.4 14.4 13.4H1.6z" strokeWidth="1.8" />
      <path d="M8 6.6v3.1" strokeWidth="1.8" />
      <path d="M8 11.6h.01" strokeWidth="1.8" />
    </>
  ),
  false: <path d="m4 4 8 8m0-8-8 8" strokeWidth="2.2" />,
  unverified: DOTTED,
  pending: DOTTED,
};

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
      {SHAPES[tone]}
    </svg>
  );
}
