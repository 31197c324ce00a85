/** The product's sign: a check over a highlighter's stroke. */
export function Logo({ className = "size-6" }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <rect width="24" height="24" rx="5.5" className="fill-ink" />
      <rect x="4.5" y="15.25" width="15" height="3.75" rx="1" className="fill-highlight" />
      <path
        d="m6.75 10.75 3.6 3.75 7-8.5"
        fill="none"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-paper"
      />
    </svg>
  );
}
