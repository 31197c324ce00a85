import { type Actor, forbidden } from "#lib/auth/policy.ts";
import type { Refusal } from "#lib/errors.ts";
import type { ArticleDisplay, ArticleOrigin, ArticleReach } from "./values.ts";

const HOUR = 3_600_000;

/** When a page that is watched is looked at next; null when it is not. */
export function dueAfter(everyHours: number | null, now: Date): Date | null {
  return everyHours === null ? null : new Date(now.getTime() + everyHours * HOUR);
}

/** What decides how much of an article's text readers get. */
export type Shown = { origin: ArticleOrigin; display: ArticleDisplay };

/**
 * Why `actor` may not change this, or null. How much of somebody else's text readers get is for editors to
 * say: the display always, the origin once something of the article is published, since it shows all of an own one.
 */
export function shownRefusal(
  { before, after, isPublished }: { before: Shown; after: Shown; isPublished: boolean },
  actor: Actor,
): Refusal | null {
  const changes = before.display !== after.display || (isPublished && before.origin !== after.origin);
  return changes ? forbidden(actor, "article.display") : null;
}

/** What the order of the queue is made of. */
type Planned = { reach: ArticleReach; deadlineAt: Date | null; embargoUntil: Date | null };

/** Why `actor` may not change this, or null: in which order the desk works is for editors to say. */
export function planRefusal(
  { before, after }: { before: Planned; after: Planned },
  actor: Actor,
): Refusal | null {
  const isSame =
    before.reach === after.reach &&
    before.deadlineAt?.getTime() === after.deadlineAt?.getTime() &&
    before.embargoUntil?.getTime() === after.embargoUntil?.getTime();
  return isSame ? null : forbidden(actor, "article.plan");
}
