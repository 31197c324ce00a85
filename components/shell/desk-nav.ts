import { may, type Role } from "#lib/auth/policy.ts";
import type { Words } from "#lib/i18n/words.ts";

export type NavIcon =
  | "work"
  | "articles"
  | "feeds"
  | "queue"
  | "claims"
  | "sources"
  | "repairs"
  | "sourceTasks"
  | "tips"
  | "insights"
  | "shortcuts"
  | "tokens"
  | "webhooks"
  | "notifications"
  | "policies"
  | "audit"
  | "members"
  | "settings"
  | "publicSite";
export type NavItem = { href: string; label: string; icon: NavIcon; exact: boolean; count: number };

/** How many things wait for this person. */
export type NavCounts = {
  work?: number;
  queue?: number;
  repairs?: number;
  sourceTasks?: number;
  tips?: number;
  notifications?: number;
};

/** The desk's navigation for one person, in groups. */
export function deskNav({
  words,
  role,
  counts,
}: {
  words: Words;
  role: Role;
  counts: NavCounts;
}): NavItem[][] {
  const { nav } = words.common;
  const item = (icon: NavIcon, href: string, more: Partial<NavItem> = {}): NavItem => ({
    icon,
    href,
    label: nav[icon],
    exact: false,
    count: 0,
    ...more,
  });
  const insights = [item("insights", "/desk/insights")].filter(() => may({ role }, "insights.read"));
  const policies = [item("policies", "/desk/settings/policies")].filter(() => may({ role }, "policies.edit"));
  const audit = [item("audit", "/desk/audit")].filter(() => may({ role }, "audit.read"));
  const admin = [
    item("webhooks", "/desk/settings/webhooks"),
    item("members", "/desk/settings/members"),
    item("settings", "/desk/settings", { exact: true }),
  ].filter(() => may({ role }, "newsroom.edit"));
  return [
    [
      item("work", "/desk", { exact: true, count: counts.work ?? 0 }),
      item("articles", "/desk/articles"),
      item("feeds", "/desk/feeds"),
      item("queue", "/desk/queue", { count: counts.queue ?? 0 }),
      item("claims", "/desk/claims"),
      item("sources", "/desk/sources"),
      item("repairs", "/desk/repairs", { count: counts.repairs ?? 0 }),
      item("sourceTasks", "/desk/source-tasks", { count: counts.sourceTasks ?? 0 }),
      item("tips", "/desk/tips", { count: counts.tips ?? 0 }),
      item("notifications", "/desk/notifications", { count: counts.notifications ?? 0 }),
      ...insights,
    ],
    [
      item("shortcuts", "/desk/settings/shortcuts"),
      item("tokens", "/desk/settings/tokens"),
      ...policies,
      ...audit,
      ...admin,
      item("publicSite", "/", { exact: true }),
    ],
  ];
}
