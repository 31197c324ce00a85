import { ActionForm } from "#components/forms/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { fill, type Words } from "#lib/i18n/words.ts";
import { acceptInvitationAction } from "#lib/invitations/actions.ts";
import { PASSWORD_LENGTH } from "#lib/members/schema.ts";

type AcceptFormProps = { words: Words["auth"]; linkKey: string; email: string };

/** Name and password of whoever was invited. The address is the invitation's. */
export function AcceptForm({ words, linkKey, email }: AcceptFormProps) {
  const { setUp, invite } = words;
  return (
    <ActionForm action={acceptInvitationAction} className="space-y-5">
      <input type="hidden" name="linkKey" value={linkKey} />
      <p>
        <span className="mb-1.5 block text-sm font-medium text-muted">{setUp.email}</span>
        <span className="wrap-break-word">{email}</span>
      </p>
      <TextField label={setUp.name} name="name" hint={setUp.nameHint} autoComplete="name" autoFocus />
      <TextField
        label={setUp.password}
        name="password"
        type="password"
        autoComplete="new-password"
        hint={fill(setUp.passwordHint, PASSWORD_LENGTH)}
      />
      <SubmitButton>{invite.submit}</SubmitButton>
    </ActionForm>
  );
}
