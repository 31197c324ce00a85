import { includesRole, type Role } from "#lib/auth/policy.ts";

/** Who asks. `author`: the reporter whose articles and claims they are; the others have nothing to do with them. */
export const VISITORS = [
  ...(["anonymous", "signed out", "disabled", "author"] as const),
  ...(["reporter", "reviewer", "editor", "admin"] as const),
] as const;
export type Visitor = (typeof VISITORS)[number];

const roleOf = (visitor: Exclude<Visitor, "anonymous" | "signed out" | "disabled">): Role =>
  visitor === "author" ? "reporter" : visitor;

/** The least role a page is for; `everybody` for readers' pages. */
export const PAGES: Record<string, Role | "everybody" | "sign-in" | "set-up"> = {
  "/": "everybody",
  "/claims": "everybody",
  "/claims/[slug]": "everybody",
  "/claims/[slug]/record": "everybody",
  "/claims/[slug]/report": "everybody",
  "/claims/[slug]/report/thanks": "everybody",
  "/send": "everybody",
  "/send/thanks": "everybody",
  "/articles/[slug]": "everybody",
  "/topics/[slug]": "everybody",
  "/claimants/[slug]": "everybody",
  "/corrections": "everybody",
  "/methodology": "everybody",
  "/api/docs": "everybody",
  "/embed/claims/[slug]": "everybody",
  "/login": "sign-in",
  "/setup": "set-up",
  "/invite/[key]": "everybody",
  "/reset/[key]": "everybody",
  "/forgot": "everybody",
  "/sign-in": "everybody",
  "/sign-in/[key]": "everybody",
  "/desk": "reporter",
  "/desk/articles": "reporter",
  "/desk/articles/new": "reporter",
  "/desk/articles/[id]": "reporter",
  "/desk/articles/[id]/comments": "reporter",
  "/desk/articles/[id]/edit": "reporter",
  "/desk/articles/[id]/repairs": "reporter",
  "/desk/articles/[id]/revisions": "reporter",
  "/desk/articles/[id]/revisions/[number]": "reporter",
  "/desk/evidence/[id]/words": "reporter",
  "/desk/imports/[id]": "reporter",
  "/desk/repairs": "reporter",
  "/desk/claims": "reporter",
  "/desk/claims/[id]": "reporter",
  "/desk/notifications": "reporter",
  "/desk/notifications/settings": "reporter",
  "/desk/queue": "reporter",
  "/desk/queue/bulk": "reviewer",
  "/desk/snapshots/[id]": "reporter",
  "/desk/insights": "reviewer",
  "/desk/insights/pack": "reviewer",
  "/desk/feeds": "reporter",
  "/desk/source-tasks": "reporter",
  "/desk/tips": "reporter",
  "/desk/sources": "reporter",
  "/desk/sources/[id]": "reporter",
  "/desk/audit": "editor",
  "/desk/settings": "admin",
  "/desk/settings/account": "reporter",
  "/desk/settings/shortcuts": "reporter",
  "/desk/settings/tokens": "reporter",
  "/desk/settings/webhooks": "admin",
  "/desk/settings/checks": "admin",
  "/desk/settings/checks/[id]": "admin",
  "/desk/settings/people": "admin",
  "/desk/settings/people/[id]": "admin",
  "/desk/settings/policies": "editor",
  "/desk/settings/ratings": "admin",
  "/desk/settings/ratings/draft": "admin",
  "/desk/settings/members": "admin",
  "/desk/settings/members/new": "admin",
  "/desk/settings/members/[id]": "admin",
};

/** `nothing`: as if there were no such page. `desk`: led there, who is signed in already. */
export type Outcome = "page" | "nothing" | "sign-in" | "desk";

/** What a visitor is answered where there is something for those who may see it. */
export function outcomeFor(visitor: Visitor, pattern: string): Outcome {
  const least = PAGES[pattern];
  const isMember = visitor !== "anonymous" && visitor !== "signed out" && visitor !== "disabled";
  if (least === "everybody") return "page";
  if (least === "set-up") return "nothing";
  if (least === "sign-in") return isMember ? "desk" : "page";
  if (!isMember) return "sign-in";
  return least !== undefined && includesRole(roleOf(visitor), least) ? "page" : "nothing";
}
