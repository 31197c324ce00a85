"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { Chip } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { endOtherSessionsAction, endSessionAction } from "#lib/account/actions.ts";
import type { OwnSession } from "#lib/account/loaders.ts";
import { deviceName } from "#lib/i18n/device-name.ts";
import { fill } from "#lib/i18n/words.ts";

/** Where the member is signed in, with what signs them out there. */
export function SessionList({ sessions, now }: { sessions: readonly OwnSession[]; now: Date }) {
  const texts = useWords().account.sessions;
  const toast = useToast();
  return (
    <>
      <ul aria-label={texts.title} className="divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} now={now} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <ConfirmDialog
          trigger={<Button className="mt-4">{texts.endOthers}</Button>}
          title={texts.endOthersTitle}
          description={texts.endOthersText}
          confirmLabel={texts.endOthers}
          action={endOtherSessionsAction}
          onDone={() => toast({ title: texts.othersEnded })}
        />
      ) : (
        <p className="mt-3 text-sm text-muted">{texts.onlyHere}</p>
      )}
    </>
  );
}

function SessionRow({ session, now }: { session: OwnSession; now: Date }) {
  const words = useWords();
  const texts = words.account.sessions;
  const format = useFormat();
  const toast = useToast();
  const device = deviceName(session, words);
  const when = format.since(session.lastSeenAt, now);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {device}
          {session.isThis && <Chip>{texts.here}</Chip>}
        </p>
        <p className="text-sm text-muted">
          {fill(texts.seen, { when })} · {fill(texts.since, { date: format.date(session.createdAt) })}
        </p>
      </div>
      {!session.isThis && (
        <ActionForm action={endSessionAction} onDone={() => toast({ title: texts.ended })}>
          <input type="hidden" name="sessionId" value={session.id} />
          <SubmitButton variant="secondary" size="sm" aria-label={fill(texts.endNamed, { device, when })}>
            {texts.end}
          </SubmitButton>
        </ActionForm>
      )}
    </li>
  );
}
