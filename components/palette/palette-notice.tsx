"use client";

import type { ReactNode } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useSignInAgain } from "#components/sign-in/use-sign-in-again.tsx";
import { Button } from "#components/ui/button.tsx";
import { fill } from "#lib/i18n/words.ts";
import type { Search } from "./use-found.ts";

/** What stands instead of lines, or above what can be offered without the server. */
export function PaletteNotice({
  search: { status, query, found },
  isEmpty,
  onAskAgain,
}: {
  search: Search;
  isEmpty: boolean;
  onAskAgain: () => void;
}) {
  const words = useWords().palette;
  if (status === "ended") return <SessionEnded onSignedIn={onAskAgain} />;
  if (status === "failed")
    return (
      <Trouble text={words.failed}>
        <Button size="sm" onClick={onAskAgain}>
          {words.retry}
        </Button>
      </Trouble>
    );
  if (!isEmpty) return null;
  // While more is typed, what the shorter words found stays said.
  if (query && found)
    return (
      <div className="px-4 py-6">
        <p className="font-medium wrap-anywhere">{fill(words.none, { query })}</p>
        <p className="text-sm text-muted">{words.noneHint}</p>
      </div>
    );
  return <p className="palette-waiting">{words.searching}</p>;
}

function SessionEnded({ onSignedIn }: { onSignedIn: () => void }) {
  const words = useWords().palette;
  const { ask, dialog } = useSignInAgain();
  const signIn = async () => {
    if (await ask()) onSignedIn();
  };
  return (
    <>
      <Trouble text={words.ended}>
        <Button size="sm" onClick={signIn}>
          {words.signIn}
        </Button>
      </Trouble>
      {dialog}
    </>
  );
}

function Trouble({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 px-4 py-3">
      <p className="flex-1 text-pretty">{text}</p>
      {children}
    </div>
  );
}
