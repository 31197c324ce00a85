"use client";

import { Check } from "lucide-react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { readAllNotificationsAction, readNotificationAction } from "#lib/notifications/actions.ts";
import { announceBadge } from "./badge-signal.ts";

/** Marks one notification as read. `about`: which, for whoever hears only the button. */
export function ReadOne({ id, about }: { id: string; about: string }) {
  const texts = useWords().notifications;
  return (
    <ActionForm action={readNotificationAction} onDone={announceBadge} className="shrink-0">
      <input type="hidden" name="notificationId" value={id} />
      <SubmitButton
        variant="quiet"
        size="sm"
        aria-label={`${texts.markRead}: ${about}`}
        title={texts.markRead}
      >
        <Check aria-hidden className="size-4" />
      </SubmitButton>
    </ActionForm>
  );
}

/** Marks everything as read that was there when the page was shown. */
export function ReadAll({ until }: { until: Date }) {
  const texts = useWords().notifications;
  const toast = useToast();
  const done = () => {
    announceBadge();
    toast({ title: texts.allRead });
  };
  return (
    <ActionForm action={readAllNotificationsAction} onDone={done} className="shrink-0">
      <input type="hidden" name="until" value={until.toISOString()} />
      <SubmitButton variant="secondary" size="sm">
        {texts.markAllRead}
      </SubmitButton>
    </ActionForm>
  );
}
