"use client";

import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { DateField, TextArea, TextField } from "#components/ui/text-field.tsx";
import type { ReplyItem } from "#lib/claims/claim-detail.ts";
import { REPLY_LIMITS, REPLY_OUTCOMES } from "#lib/replies/values.ts";

/** Who was asked for a reply, how, when and until when, and what came of it. */
export function ReplyFields({ reply, claimant }: { reply?: ReplyItem; claimant?: string | undefined }) {
  const words = useWords();
  const format = useFormat();
  const texts = words.claims.replies;
  const labels = words.claims.fields;
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="asked"
          label={labels.asked}
          defaultValue={reply?.asked ?? claimant}
          limit={REPLY_LIMITS.name}
          dir="auto"
        />
        <TextField
          name="via"
          label={labels.via}
          hint={texts.viaHint}
          defaultValue={reply?.via}
          limit={REPLY_LIMITS.name}
          dir="auto"
        />
        <DateField name="askedOn" label={labels.askedOn} defaultValue={reply?.askedOn} />
        <TextField
          name="deadlineAt"
          type="datetime-local"
          label={labels.deadlineAt}
          hint={texts.deadlineHint}
          defaultValue={reply?.deadlineAt ? format.local(reply.deadlineAt) : ""}
          className="max-w-64"
          optional
        />
      </div>
      <SelectField
        name="outcome"
        label={labels.outcome}
        options={REPLY_OUTCOMES.map((outcome) => ({
          value: outcome,
          label: words.common.replyOutcomes[outcome],
        }))}
        defaultValue={reply?.outcome ?? "awaiting"}
        className="max-w-64"
      />
      <TextArea
        name="answer"
        label={labels.answer}
        defaultValue={reply?.answer ?? undefined}
        limit={REPLY_LIMITS.answer}
        rows={2}
        optional
        dir="auto"
      />
    </>
  );
}
