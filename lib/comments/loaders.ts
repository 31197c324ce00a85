import "server-only";
import { notFound } from "next/navigation";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import {
  type CommentCounts,
  type CommentsView,
  countComments,
  getComments,
  type Subject,
} from "./queries.ts";
import { THREADS_AT_ONCE } from "./values.ts";

/** The comments of a page, with how many threads it was asked for. */
export type LoadedComments = CommentsView & { subject: Subject; viewer: Actor; take: number };

/**
 * The comments on a claim or an article for what the address asks: `threads`, how many of them, and `comment`, one
 * that must be among them. Not found when there is no such claim or article.
 */
export async function loadComments(subject: Subject, searchParams: SearchParams): Promise<LoadedComments> {
  const viewer = await requireActor();
  const params = await searchParams;
  const asked = Number(firstOf(params.threads));
  const take = Number.isInteger(asked) && asked > 0 ? asked : THREADS_AT_ONCE;
  const until = firstOf(params.comment);
  const view = await getComments({ subject, viewer, take, until, now: new Date() });
  if (!view) notFound();
  return { ...view, subject, viewer, take };
}

/** How many comments there are on each claim of an article and, under "", on the article itself. */
export async function loadCommentCounts(articleId: string): Promise<CommentCounts> {
  return countComments({ articleId, viewer: await requireActor() });
}
