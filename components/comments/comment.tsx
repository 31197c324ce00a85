"use client";

import { type ReactNode, useId, useRef } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { SendButton } from "#components/forms/send-button.tsx";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { deleteCommentAction, editCommentAction } from "#lib/comments/actions.ts";
import type { CommentView } from "#lib/comments/comment-view.ts";
import { commentAnchor } from "#lib/comments/rules.ts";
import { COMMENT_LIMIT } from "#lib/comments/values.ts";
import { fill } from "#lib/i18n/words.ts";
import { CommentBody } from "./comment-body.tsx";
import { withRefresh } from "./composer.tsx";
import { MentionArea } from "./mention-area.tsx";
import { Unfold } from "./unfold.tsx";

export type CommentProps = {
  comment: CommentView;
  threadId: string;
  viewerId: string;
  /** What "2 hours ago" is counted from. */
  now: Date;
  refresh: () => Promise<void>;
  /** What else can be done here: `group` is that of the other things that unfold. */
  action?: (group: string) => ReactNode;
};

/** One comment. One's own can be changed in its place and deleted; what stood there before is kept. */
export function Comment({ comment, threadId, viewerId, now, refresh, action }: CommentProps) {
  const group = useId();
  const words = useWords().comments;
  const isMine = comment.authorId === viewerId;
  return (
    <article
      id={commentAnchor(comment.id)}
      data-unread={comment.isUnread ? threadId : undefined}
      aria-label={fill(words.actions, { name: comment.authorName })}
      className="comment"
    >
      <Avatar name={comment.authorName} size="sm" />
      <div className="min-w-0 flex-1">
        <CommentHead comment={comment} now={now} />
        {comment.isDeleted ? (
          <p className="text-muted italic">{words.deleted}</p>
        ) : (
          <div className="comment-body">
            <CommentBody body={comment.body} viewerId={viewerId} />
          </div>
        )}
        {comment.isOnlyMine && <p className="mt-1 text-xs text-muted">{words.onlyMine}</p>}
        <div className="comment-actions">
          {action?.(group)}
          {isMine && comment.typed !== null && (
            <OwnActions comment={comment} refresh={refresh} group={group} />
          )}
          <EarlierWords comment={comment} />
        </div>
      </div>
    </article>
  );
}

/** The time is the comment's own address. */
function CommentHead({ comment, now }: Pick<CommentProps, "comment" | "now">) {
  const words = useWords().comments;
  const format = useFormat();
  const writtenAt = new Date(comment.createdAt);
  return (
    <p className="comment-head">
      <span className="font-semibold wrap-anywhere">{comment.authorName}</span>
      <a
        href={`#${commentAnchor(comment.id)}`}
        title={`${format.dateTime(writtenAt)} · ${words.link}`}
        className="rounded-sm text-xs text-muted no-underline hover:underline"
      >
        <time dateTime={comment.createdAt}>{format.since(writtenAt, now)}</time>
      </a>
      {comment.editedAt !== null && !comment.isDeleted && (
        <span
          className="text-xs text-muted"
          title={fill(words.editedTitle, { time: format.dateTime(new Date(comment.editedAt)) })}
        >
          {words.edited}
        </span>
      )}
      {comment.isUnread && (
        <span className="rounded-full bg-accent px-1.5 text-xs font-semibold text-on-tone">{words.new}</span>
      )}
    </p>
  );
}

/** What stood there before, newest first; of a deleted comment the editors' to read. */
function EarlierWords({ comment }: Pick<CommentProps, "comment">) {
  const words = useWords().comments;
  const format = useFormat();
  if (comment.versions.length === 0) return null;
  return (
    <Unfold summary={comment.isDeleted ? words.deletedWords : words.history}>
      <ol className="mt-1 grid gap-2 border-s-2 border-line ps-3 text-sm">
        {comment.versions.toReversed().map(({ version, body, writtenAt }) => (
          <li key={version}>
            <time dateTime={writtenAt} className="text-xs text-muted">
              {format.dateTime(new Date(writtenAt))}
            </time>
            <CommentBody body={body} />
          </li>
        ))}
      </ol>
    </Unfold>
  );
}

function OwnActions({
  comment,
  refresh,
  group,
}: Pick<CommentProps, "comment" | "refresh"> & { group: string }) {
  const texts = useWords().comments;
  const toast = useToast();
  return (
    <>
      <OwnForm summary={texts.edit} group={group} className="comment-edit">
        {(close) => (
          <ActionForm
            action={withRefresh(editCommentAction, refresh)}
            draftKey={`${comment.authorId}:comment-edit:${comment.id}`}
            onDone={close}
            keepValues
            sendsByKeys
            className="mt-1 grid gap-2"
          >
            <input type="hidden" name="commentId" value={comment.id} />
            <input type="hidden" name="version" value={comment.version} />
            <MentionArea
              name="body"
              label={texts.editLabel}
              hideLabel
              rows={2}
              limit={COMMENT_LIMIT}
              defaultValue={comment.typed ?? ""}
            />
            <FormActions>
              <SendButton size="sm">{texts.save}</SendButton>
            </FormActions>
          </ActionForm>
        )}
      </OwnForm>
      <OwnForm summary={texts.delete} group={group}>
        {() => (
          <ActionForm
            action={withRefresh(deleteCommentAction, refresh)}
            onDone={() => toast({ title: texts.deletedToast })}
            className="mt-1 grid justify-items-start gap-2"
          >
            <input type="hidden" name="commentId" value={comment.id} />
            <p className="text-sm text-pretty">
              <span className="font-semibold">{texts.deleteTitle}</span> {texts.deleteText}
            </p>
            <SubmitButton size="sm" variant="danger">
              {texts.delete}
            </SubmitButton>
          </ActionForm>
        )}
      </OwnForm>
    </>
  );
}

/** A form that opens in its place and closes when it is done, or at Escape. */
function OwnForm({
  summary,
  group,
  className,
  children,
}: {
  summary: string;
  group: string;
  className?: string;
  children: (close: () => void) => ReactNode;
}) {
  const { cancel } = useWords().common;
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (!details.current) return;
    details.current.open = false;
    details.current.querySelector("summary")?.focus();
  };
  return (
    <Unfold ref={details} summary={summary} closeLabel={cancel} group={group} className={className}>
      {children(close)}
    </Unfold>
  );
}
