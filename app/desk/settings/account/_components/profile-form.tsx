"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { editProfileAction } from "#lib/account/actions.ts";
import type { Profile } from "#lib/account/queries.ts";
import { BIO_LENGTH } from "#lib/account/values.ts";

/** What the desk calls the member, and what readers may know of them. */
export function ProfileForm({ profile, memberId }: { profile: Profile; memberId: string }) {
  const words = useWords();
  const texts = words.account.profile;
  const toast = useToast();
  return (
    <ActionForm
      action={editProfileAction}
      draftKey={`${memberId}:profile`}
      onDone={() => toast({ title: texts.saved })}
    >
      <input type="hidden" name="version" value={profile.version} />
      <TextField
        label={texts.name}
        name="name"
        hint={texts.nameHint}
        autoComplete="name"
        defaultValue={profile.name}
      />
      <TextArea
        label={texts.bio}
        name="bio"
        hint={texts.bioHint}
        limit={BIO_LENGTH}
        optional
        defaultValue={profile.bio ?? ""}
      />
      <SubmitButton variant="secondary">{words.common.save}</SubmitButton>
    </ActionForm>
  );
}
