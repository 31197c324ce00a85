"use client";

import "./comments.css";
import Link from "next/link";
import { useRef } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Message } from "#components/ui/message.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { readThreadsAction } from "#lib/comments/actions.ts";
import type { CommentsView, Subject } from "#lib/comments/queries.ts";
import { THREADS_AT_ONCE } from "#lib/comments/values.ts";
import { plural } from "#lib/i18n/words.ts";
import { announceComments } from "./comments-signal.ts";
import { Composer, withRefresh } from "./composer.tsx";
import { Thread } from "./thread.tsx";
import { useComments } from "./use-comments.ts";
import { useReadMarks } from "./use-read-marks.ts";

type CommentsProps = {
  subject: Subject;
  viewerId: string;
  /** What the page brought; null: they are fetched. */
  initial: CommentsView | null;
  take?: number;
  /** The page with `threads` in its address, for more of them without script. */
  path?: string;
};

/** Everything said about a claim or an article, oldest first, and the place to say something. */
export function Comments({ subject, viewerId, initial, take, path }: CommentsProps) {
  const texts = useWords().comments;
  const root = useRef<HTMLDivElement>(null);
  const { view, failed, refresh, showEarlier } = useComments({ subject, initial, take });
  const unreadIds = view ? unreadThreads(view).join() : "";
  useReadMarks(root, unreadIds);
  if (view === null)
    return failed ? <Failed retry={refresh} /> : <p className="text-muted">{texts.loading}</p>;

  const now = new Date(view.shownAt);
  const changed = async () => {
    await refresh();
    announceComments();
  };
  return (
    <div ref={root} className="grid max-w-3xl grid-cols-1 gap-4">
      {failed && <Failed retry={refresh} />}
      {view.isBlind && <p className="text-sm text-pretty text-muted">{texts.blind}</p>}
      {unreadIds !== "" && <Unread count={view.unreadCount} threadIds={unreadIds} refresh={changed} />}
      {view.hasEarlier && (
        <Earlier count={view.threads.length + THREADS_AT_ONCE} path={path} show={showEarlier} />
      )}
      {view.threads.length === 0 ? (
        <p className="text-pretty text-muted">{"claimId" in subject ? texts.empty : texts.emptyArticle}</p>
      ) : (
        <ol className="grid grid-cols-1 gap-3">
          {view.threads.map((thread) => (
            <li key={thread.id}>
              <Thread thread={thread} viewerId={viewerId} now={now} refresh={changed} />
            </li>
          ))}
        </ol>
      )}
      <div className="grid gap-1.5">
        {view.note && (
          <p className="text-sm text-pretty text-muted">
            {view.note === "only_mine" ? texts.willBeOnlyMine : texts.beforeOpinion}
          </p>
        )}
        <Composer
          place={subject}
          label={texts.label}
          send={texts.send}
          viewerId={viewerId}
          refresh={changed}
        />
      </div>
    </div>
  );
}

function unreadThreads({ threads }: CommentsView): string[] {
  return threads
    .filter(({ first, replies }) => [first, ...replies].some(({ isUnread }) => isUnread))
    .map(({ id }) => id);
}

function Failed({ retry }: { retry: () => Promise<void> }) {
  const texts = useWords().comments;
  return (
    <Message tone="error">
      <p>{texts.failed}</p>
      <Button size="sm" onClick={() => retry()}>
        {texts.retry}
      </Button>
    </Message>
  );
}

/** What comes into sight counts as read by itself; without script, and for all at once, there is this. */
function Unread({
  count,
  threadIds,
  refresh,
}: {
  count: number;
  threadIds: string;
  refresh: () => Promise<void>;
}) {
  const texts = useWords().comments;
  const locale = useLocale();
  return (
    <ActionForm
      action={withRefresh(readThreadsAction, refresh)}
      className="flex flex-wrap items-center gap-x-3 text-sm"
    >
      <input type="hidden" name="threadIds" value={threadIds} />
      <span className="font-medium text-accent">{plural(locale, texts.unread, count)}</span>
      <SubmitButton variant="quiet" size="sm">
        {texts.markRead}
      </SubmitButton>
    </ActionForm>
  );
}

function Earlier({
  count,
  path,
  show,
}: {
  count: number;
  path: string | undefined;
  show: () => Promise<void>;
}) {
  const texts = useWords().comments;
  if (path === undefined) {
    return (
      <Button size="sm" className="justify-self-start" onClick={() => show()}>
        {texts.earlier}
      </Button>
    );
  }
  return (
    <Link
      href={`${path}?threads=${count}#comments`}
      className={buttonStyle({ size: "sm", className: "justify-self-start" })}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        show();
      }}
    >
      {texts.earlier}
    </Link>
  );
}
