import "server-only";
import { cache } from "react";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import type { Page } from "#lib/cursor.ts";
import { env } from "#lib/env.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { countUnread, getMailSettings, listNotifications, type NotificationItem } from "./queries.ts";
import type { MailChoice } from "./values.ts";

/** What a member was told, for what the address asks: `view` (`all`, otherwise what is unread), `cursor`. */
export async function loadNotifications(
  searchParams: SearchParams,
): Promise<Page<NotificationItem> & { actor: Actor; view: "unread" | "all"; unread: number; now: Date }> {
  const actor = await requireActor();
  const params = await searchParams;
  const view = firstOf(params.view) === "all" ? "all" : "unread";
  const [page, unread] = await Promise.all([
    listNotifications({ memberId: actor.id, onlyUnread: view === "unread", cursor: firstOf(params.cursor) }),
    countUnread({ viewer: actor }),
  ]);
  return { ...page, actor, view, unread, now: new Date() };
}

/** How much a member has not seen, for the navigation. */
export const loadUnreadCount = cache(
  async (): Promise<number> => countUnread({ viewer: await requireActor() }),
);

/** When a member gets e-mail, and whether this installation sends any. */
export async function loadMailSettings(): Promise<{ actor: Actor; mail: MailChoice; isMailOn: boolean }> {
  const actor = await requireActor();
  return { actor, mail: await getMailSettings(actor.id), isMailOn: env.SMTP_URL !== "" };
}
