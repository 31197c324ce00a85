"use client";

import { useEffect, useState } from "react";
import { SaidForm } from "#components/claims/said-form.tsx";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { DateField } from "#components/ui/text-field.tsx";
import { snoozeClaimAction, wakeClaimAction } from "#lib/assignments/actions.ts";
import { fill } from "#lib/i18n/words.ts";

const DAY = 86_400_000;

/** Puts a claim aside for oneself until a day. */
export function SnoozeClaim({ claimId }: { claimId: string }) {
  const texts = useWords().reviews.snooze;
  return (
    <Disclosure summary={texts.open}>
      <SnoozeForm claimId={claimId} />
    </Disclosure>
  );
}

/** Asks for the day, which is tomorrow unless one says otherwise. */
export function SnoozeForm({ claimId }: { claimId: string }) {
  const texts = useWords().reviews.snooze;
  return (
    <SaidForm
      action={snoozeClaimAction}
      done={texts.done}
      undo={{ run: (call) => call(wakeClaimAction, { claimId }), undone: texts.woken }}
      className="grid gap-4 pb-3"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <SnoozeDay />
      <div>
        <SubmitButton>{texts.action}</SubmitButton>
      </div>
    </SaidForm>
  );
}

/** The first day on which it is offered again. */
export function SnoozeDay() {
  const texts = useWords().reviews.snooze;
  const tomorrow = useTomorrow();
  return (
    <DateField
      key={tomorrow}
      name="until"
      label={texts.until}
      hint={texts.untilHint}
      defaultValue={tomorrow}
      min={tomorrow}
    />
  );
}

/** The newsroom's calendar day after this one. Empty on the server, where the page may be drawn ahead. */
function useTomorrow(): string {
  const format = useFormat();
  const [tomorrow, setTomorrow] = useState("");
  useEffect(() => setTomorrow(format.today(new Date(Date.now() + DAY))), [format]);
  return tomorrow;
}

/** Until when it is put aside, and the way to be offered it again. */
export function SnoozedClaim({ claimId, until }: { claimId: string; until: Date }) {
  const texts = useWords().reviews.snooze;
  const format = useFormat();
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <p className="text-muted">{fill(texts.putAside, { day: format.date(until) })}</p>
      <SaidForm action={wakeClaimAction} done={texts.woken}>
        <input type="hidden" name="claimId" value={claimId} />
        <SubmitButton variant="quiet" size="sm">
          {texts.wake}
        </SubmitButton>
      </SaidForm>
    </div>
  );
}
