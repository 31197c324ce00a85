import type { Conventions } from "#components/claims/conventions.ts";
import { SaidForm } from "#components/claims/said-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { Chip } from "#components/ui/badge.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { DateField, TextArea, TextField } from "#components/ui/text-field.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import { recordReplyAction } from "#lib/claims/actions.ts";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import { CLAIM_LIMITS, REPLY_OUTCOMES } from "#lib/claims/values.ts";
import { fill, type Words } from "#lib/i18n/words.ts";

/** Who was asked for a reply, and what came of it. */
export function Replies({
  claim,
  actor,
  mayEdit,
  words,
  format,
}: { claim: ClaimDetail; actor: Actor; mayEdit: boolean } & Pick<Conventions, "words" | "format">) {
  const texts = words.claims.replies;
  return (
    <div className="grid gap-3">
      {claim.replies.length === 0 && <p className="text-muted">{texts.none}</p>}
      <ul className="grid gap-3">
        {claim.replies.map((reply) => (
          <li key={reply.id} className="wrap-anywhere" dir="auto">
            <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
              {fill(texts.line, { asked: reply.asked, day: format.day(reply.askedOn), via: reply.via })}
              <Chip>{words.common.replyOutcomes[reply.outcome]}</Chip>
            </p>
            {reply.answer && (
              <blockquote className="mt-1.5 border-s-3 border-line-strong ps-3 font-serif whitespace-pre-line">
                {reply.answer}
              </blockquote>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && <ReplyForm claim={claim} actor={actor} words={words} />}
    </div>
  );
}

function ReplyForm({ claim, actor, words }: { claim: ClaimDetail; actor: Actor; words: Words }) {
  const texts = words.claims.replies;
  const outcomes = REPLY_OUTCOMES.map((outcome) => ({
    value: outcome,
    label: words.common.replyOutcomes[outcome],
  }));
  return (
    <Disclosure summary={texts.record}>
      <SaidForm
        action={recordReplyAction}
        draftKey={`${actor.id}:reply:${claim.id}`}
        done={texts.recorded}
        className="grid gap-5 rounded-lg border border-line bg-raised p-5"
      >
        <input type="hidden" name="claimId" value={claim.id} />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            name="asked"
            label={texts.asked}
            defaultValue={claim.claimant?.name}
            limit={CLAIM_LIMITS.name}
            dir="auto"
          />
          <DateField name="askedOn" label={texts.askedOn} />
        </div>
        <TextField name="via" label={texts.via} hint={texts.viaHint} limit={CLAIM_LIMITS.name} dir="auto" />
        <SelectField name="outcome" label={texts.outcome} options={outcomes} defaultValue="awaiting" />
        <TextArea
          name="answer"
          label={texts.answer}
          limit={CLAIM_LIMITS.reason}
          rows={2}
          optional
          dir="auto"
        />
        <FormActions>
          <SubmitButton>{texts.record}</SubmitButton>
        </FormActions>
      </SaidForm>
    </Disclosure>
  );
}
