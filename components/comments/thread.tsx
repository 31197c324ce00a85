"use client";

import { Check } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { useFormat, useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { reopenThreadAction, resolveThreadAction } from "#lib/comments/actions.ts";
import type { CommentView, ThreadView } from "#lib/comments/comment-view.ts";
import { fill, plural } from "#lib/i18n/words.ts";
import { Comment, type CommentProps } from "./comment.tsx";
import { Composer, withRefresh } from "./composer.tsx";
import { Unfold } from "./unfold.tsx";

/** Of a long thread the first comment and the last replies are in sight. */
const REPLIES_IN_SIGHT = 5;

type ThreadProps = { thread: ThreadView } & Omit<CommentProps, "comment" | "threadId" | "action">;

/** One thread: what it began with, its replies, the next one, and whether it is settled. */
export function Thread(props: ThreadProps) {
  const { thread } = props;
  return thread.resolvedAt === null ? (
    <div className="comment-thread">
      <div className="comment-corner">
        <Settle {...props} action={resolveThreadAction} label="resolve" />
      </div>
      <Conversation {...props} reply={(group) => <ReplyForm {...props} group={group} />} />
    </div>
  ) : (
    <ResolvedThread {...props} />
  );
}

/** `reply` stands under the last comment. */
function Conversation({
  thread,
  reply,
  ...props
}: ThreadProps & { reply?: NonNullable<CommentProps["action"]> }) {
  const texts = useWords().comments;
  const locale = useLocale();
  const { replies } = thread;
  const folded = replies.slice(0, Math.max(0, replies.length - REPLIES_IN_SIGHT));
  const last = replies.at(-1) ?? thread.first;
  const draw = (comment: CommentView) => (
    <li key={comment.id}>
      <Comment
        comment={comment}
        threadId={thread.id}
        {...props}
        {...(comment === last && reply && { action: reply })}
      />
    </li>
  );
  return (
    <ol className="grid grid-cols-1 gap-3">
      {draw(thread.first)}
      {folded.length > 0 && (
        <li>
          <Unfold className="[&>summary]:ms-8" summary={plural(locale, texts.earlierReplies, folded.length)}>
            <ol className="mt-2 grid grid-cols-1 gap-3">{folded.map(draw)}</ol>
          </Unfold>
        </li>
      )}
      {replies.slice(folded.length).map(draw)}
    </ol>
  );
}

function ReplyForm({ thread, viewerId, refresh, group }: ThreadProps & { group: string }) {
  const { comments: texts, common } = useWords();
  const details = useRef<HTMLDetailsElement>(null);
  return (
    <Unfold ref={details} summary={texts.reply} closeLabel={common.cancel} group={group}>
      <div className="mt-1">
        <Composer
          place={{ threadId: thread.id }}
          label={fill(texts.replyLabel, { name: thread.first.authorName })}
          send={texts.replyButton}
          viewerId={viewerId}
          refresh={refresh}
          onDone={() => {
            if (details.current) details.current.open = false;
          }}
        />
      </div>
    </Unfold>
  );
}

function Settle({
  thread,
  refresh,
  action,
  label,
}: ThreadProps & { action: typeof resolveThreadAction; label: "resolve" | "reopen" }) {
  const texts = useWords().comments;
  return (
    <ActionForm action={withRefresh(action, refresh)} className="min-w-0">
      <input type="hidden" name="threadId" value={thread.id} />
      <SubmitButton variant="quiet" size="sm" className="min-h-6 gap-1 px-1.5 text-xs">
        {label === "resolve" && <Check aria-hidden className="size-3.5" />}
        {texts[label]}
      </SubmitButton>
    </ActionForm>
  );
}

/** Settled: folded to a line that says what it was about. An address of a comment in it opens it. */
function ResolvedThread(props: ThreadProps) {
  const { thread, now } = props;
  const texts = useWords().comments;
  const format = useFormat();
  return (
    <Folded summary={fill(texts.resolvedThread, { words: beginningOf(thread) })}>
      <div className="mt-2">
        <Conversation {...props} />
        <div className="mt-1 flex flex-wrap items-center gap-x-3 ps-8 text-xs text-muted">
          {thread.resolvedAt !== null && (
            <p>
              {fill(texts.resolvedBy, {
                name: thread.resolvedByName ?? "",
                time: format.since(new Date(thread.resolvedAt), now),
              })}
            </p>
          )}
          <Settle {...props} action={reopenThreadAction} label="reopen" />
        </div>
      </div>
    </Folded>
  );
}

function Folded({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="group rounded-lg border border-line px-3.5 py-2">
      <summary className="flex min-h-7 cursor-pointer list-none items-center gap-2 rounded-sm text-sm text-muted hover:text-ink pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <Check aria-hidden className="size-4 shrink-0" />
        <span className="truncate" dir="auto">
          {summary}
        </span>
      </summary>
      {children}
    </details>
  );
}

/** In UTF-16 code units; the line is cut by its width anyway. */
const BEGINNING = 120;

function beginningOf({ first }: ThreadView): string {
  const words = first.body.map((piece) => (piece.kind === "text" ? piece.text : `@${piece.name}`)).join("");
  return words.slice(0, BEGINNING).toWellFormed();
}
