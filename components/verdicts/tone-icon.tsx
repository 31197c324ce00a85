import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { Tone } from "#lib/publishing/values.ts";

/** A tone, or none yet. */
export type ToneOrPending = Tone | "pending";

/** A disc out of which the check is cut, against a check in a ring: told apart without colour and when small. */
const CHECK_SOLID = (
  <path
    d="M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1zM3.96 8.94l3.09 3.08 5.03-5.83-1.36-1.18-3.77 4.37-1.71-1.72z"
    fill="currentColor"
    fillRule="evenodd"
    stroke="none"
  />
);
const CHECK_OUTLINE = (
  <>
    <circle cx="8" cy="8" r="6.2" strokeWidth="1.6" />
    <path d="m5 8.2 2.2 2.2 3.8-4.4" strokeWidth="1.7" />
  </>
);
const RING = <circle cx="8" cy="8" r="6" strokeWidth="1.8" />;
const DOTTED = <circle cx="8" cy="8" r="6" strokeWidth="1.8" strokeDasharray="2.1 2.6" />;

const SHAPES: Record<ToneOrPending, ReactNode> = {
  true: CHECK_SOLID,
  mostly_true: CHECK_OUTLINE,
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
