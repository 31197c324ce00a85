"use client";

import { useRouter } from "next/navigation";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Message } from "#components/ui/message.tsx";

/** Backup codes, shown this once. `onKept`: what else is to happen then. */
export function BackupCodes({ codes, onKept }: { codes: readonly string[]; onKept?: () => void }) {
  const texts = useWords().account.twoFactor;
  const router = useRouter();
  return (
    <Message tone="success" title={texts.codesTitle} role="status">
      <p className="text-pretty">{texts.codesText}</p>
      <ul
        aria-label={texts.codesTitle}
        className="my-3 grid gap-x-8 gap-y-1 font-mono sm:grid-cols-2"
        dir="ltr"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button
        onClick={() => {
          onKept?.();
          router.refresh();
        }}
      >
        {texts.kept}
      </Button>
    </Message>
  );
}
