"use client";

import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { fill } from "#lib/i18n/words.ts";
import { revokeTokenAction } from "#lib/tokens/actions.ts";

/** Ends a token, after a question: programs that use it stop. */
export function RevokeButton({ id, name }: { id: string; name: string }) {
  const words = useWords().connections.tokens;
  const toast = useToast();
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={fill(words.revokeNamed, { name })}>
          {words.revoke}
        </Button>
      }
      title={fill(words.revokeTitle, { name })}
      description={words.revokeText}
      confirmLabel={words.revoke}
      danger
      action={revokeTokenAction}
      onDone={() => toast({ title: words.revoked })}
    >
      <input type="hidden" name="tokenId" value={id} />
    </ConfirmDialog>
  );
}
