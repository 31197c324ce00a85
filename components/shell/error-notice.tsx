"use client";

import { useEffect } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { fill } from "#lib/i18n/words.ts";
import { ProblemPage } from "./problem-page.tsx";

/** What Next gives an error page. */
export type ErrorPageProps = { error: unknown; retry: () => void };

/** What stands where a page failed. The server's log has the same code. */
export function ErrorNotice({ error, retry, home = "/" }: ErrorPageProps & { home?: string }) {
  const words = useWords().common.errorPage;
  useEffect(() => console.error(error), [error]);
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <ProblemPage title={words.title} text={words.text}>
      <Button variant="primary" onClick={retry}>
        {words.retry}
      </Button>
      <a href={home} className={buttonStyle({})}>
        {words.home}
      </a>
      {digest && <p className="w-full text-sm text-faint">{fill(words.code, { digest })}</p>}
    </ProblemPage>
  );
}
