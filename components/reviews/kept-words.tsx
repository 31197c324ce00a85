"use client";

import { useEffect, useState } from "react";
import { askThere, fetchKept } from "#components/drafts/desk-drafts.ts";
import { readDraft, type Typed } from "#components/drafts/draft-store.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";

/** Says that a verdict somebody began is kept while the claim is not theirs, and lets them read it. */
export function KeptWords({ draftKey }: { draftKey: string }) {
  const texts = useWords().reviews.lease;
  const [typed, setTyped] = useState<Typed | null>(null);

  useEffect(() => {
    let isShown = true;
    // Without an answer from the desk there is nothing to say: the words are kept all the same.
    keptUnder(draftKey).then(
      (kept) => isShown && setTyped(kept),
      () => {},
    );
    return () => {
      isShown = false;
    };
  }, [draftKey]);

  const texted = [typed?.conclusion, typed?.rationale].filter((text) => text !== undefined && text !== "");
  if (texted.length === 0) return null;
  return (
    <div className="text-sm">
      <p className="text-pretty text-muted">{texts.kept}</p>
      <Disclosure summary={texts.keptWords}>
        <div className="grid gap-2 pb-2 font-serif">
          {texted.map((text) => (
            <p key={text} dir="auto" className="whitespace-pre-line wrap-anywhere">
              {text}
            </p>
          ))}
        </div>
      </Disclosure>
    </div>
  );
}

/** Of this browser, else of the desk. */
async function keptUnder(key: string): Promise<Typed | null> {
  const here = readDraft(key);
  if (here) return here.typed;
  const there = await askThere(key);
  if (there === null || there.isGone) return null;
  return (await fetchKept(key))?.content.typed ?? null;
}
