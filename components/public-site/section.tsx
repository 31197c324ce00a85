/** A titled part of a public page, under a hairline. */
export function Section({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10 border-t border-line pt-5">
      <h2 id={id} className="mb-4 text-[0.9375rem] font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
