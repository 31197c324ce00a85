"use client";

import { type ReactNode, useId } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { KeptChoicesProvider } from "./kept-choices.tsx";
import { KeptTally } from "./kept-tally.tsx";

/** What a form that saves an import is given. `children`: the text that was read, with its ticks. */
export type ReadForm = {
  importId: string;
  draftKey: string;
  /** How many blocks were read, and the places of those the reader kept. */
  total: number;
  proposed: readonly number[];
  children: ReactNode;
};

/** The part of such a form in which one says what belongs to the article. */
export function ReadSection({ importId, total, proposed, children }: ReadForm) {
  const words = useWords().imports.preview;
  const title = useId();
  return (
    <KeptChoicesProvider total={total} proposed={proposed}>
      <section aria-labelledby={title} className="min-w-0">
        <input type="hidden" name="importId" value={importId} />
        <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-3">
          <h2 id={title} className="font-medium">
            {words.text}
          </h2>
          <KeptTally />
          <p className="w-full text-sm text-muted">{words.hint}</p>
        </div>
        {children}
      </section>
    </KeptChoicesProvider>
  );
}
