"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { RemoveButton } from "#components/forms/remove-button.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { TickBox } from "#components/ui/tick-boxes.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { editFeedAction, removeFeedAction } from "#lib/feeds/actions.ts";
import type { Feed } from "#lib/feeds/queries.ts";
import { isPaused } from "#lib/feeds/rules.ts";
import { FEED_LIMITS } from "#lib/feeds/values.ts";
import { fill } from "#lib/i18n/words.ts";

/** What is wanted of a feed, and whether it is watched. */
export function EditFeedForm({ feed }: { feed: Feed }) {
  const words = useWords();
  const texts = words.connections.feeds;
  const toast = useToast();
  const name = feed.title ?? feed.url;
  return (
    <ActionForm
      action={editFeedAction}
      keepValues
      aria-label={fill(texts.edit, { name })}
      className="space-y-4"
      onDone={() => toast({ title: texts.saved })}
    >
      <input type="hidden" name="feedId" value={feed.id} />
      <TextField
        label={texts.words}
        name="feedWords"
        hint={texts.wordsHint}
        limit={FEED_LIMITS.words}
        defaultValue={feed.words.join(", ")}
      />
      <TickBox name="isOn" label={texts.isOn} isTicked={feed.isOn && !isPaused(feed)} />
      <SubmitButton variant="secondary">{words.common.save}</SubmitButton>
    </ActionForm>
  );
}

/** The end of watching a feed. */
export function RemoveFeed({ feed }: { feed: Feed }) {
  const texts = useWords().connections.feeds;
  return (
    <RemoveButton texts={texts} name={feed.title ?? feed.url} action={removeFeedAction}>
      <input type="hidden" name="feedId" value={feed.id} />
    </RemoveButton>
  );
}
