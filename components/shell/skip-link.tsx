/** The first thing the Tab key reaches: past the navigation. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#main"
      className="fixed start-3 top-3 z-70 -translate-y-20 rounded-md bg-ink px-4 py-2 font-medium text-paper no-underline focus:translate-y-0 print:hidden"
    >
      {label}
    </a>
  );
}
