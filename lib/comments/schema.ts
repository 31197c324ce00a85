import { z } from "zod";
import { id, text, version } from "#lib/input.ts";
import { COMMENT_LIMIT } from "./values.ts";

const body = text(COMMENT_LIMIT);

/** A new thread on a claim or on an article, or a reply in a thread: exactly one of the three is named. */
export const addCommentInput = z
  .strictObject({
    body,
    claimId: id.optional(),
    articleId: id.optional(),
    threadId: id.optional(),
  })
  .refine(
    ({ claimId, articleId, threadId }) =>
      [claimId, articleId, threadId].filter((place) => place !== undefined).length === 1,
    "not_a_choice",
  );
export type AddCommentInput = z.infer<typeof addCommentInput>;

export const editCommentInput = z.strictObject({ commentId: id, version, body });
export type EditCommentInput = z.infer<typeof editCommentInput>;

export const commentIdInput = z.strictObject({ commentId: id });
export const threadIdInput = z.strictObject({ threadId: id });

/** Which threads were read: the ids, with commas between them. */
export const readThreadsInput = z.strictObject({
  threadIds: text(20_000)
    .transform((ids) => ids.split(","))
    .pipe(z.array(id).max(500, "too_many")),
});

/** A part of a comment as it is shown. `kind: "member"`: somebody who is meant, by their present name. */
export type Piece = { kind: "text"; text: string } | { kind: "member"; memberId: string; name: string };
