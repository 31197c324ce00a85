"use client";

import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { fill } from "#lib/i18n/words.ts";
import type { Member } from "#lib/members/queries.ts";
import { removeTwoFactorAction } from "#lib/two-factor/actions.ts";

/** Takes the second step away from a member who lost their app and their codes. */
export function TwoFactorRemoval({ member }: { member: Member }) {
  const texts = useWords().members.twoFactor;
  const toast = useToast();
  return (
    <section aria-labelledby="two-factor" className="rounded-lg border border-line p-4 sm:p-5">
      <h2 id="two-factor" className="font-semibold">
        {texts.title}
      </h2>
      <p className="mt-1 mb-4 text-pretty text-muted">{fill(texts.body, member)}</p>
      <ConfirmDialog
        trigger={<Button variant="danger">{texts.action}</Button>}
        title={fill(texts.confirmTitle, member)}
        description={fill(texts.body, member)}
        confirmLabel={texts.action}
        danger
        action={removeTwoFactorAction}
        onDone={() => toast({ title: texts.done })}
      >
        <input type="hidden" name="memberId" value={member.id} />
      </ConfirmDialog>
    </section>
  );
}
