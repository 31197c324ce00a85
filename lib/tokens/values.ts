import type { Permission } from "#lib/auth/policy.ts";

/** What a token may be used for, few and plain. `all` is whatever its member may do. */
export const SCOPES = [
  "read",
  "articles:write",
  "claims:write",
  "review",
  "publish",
  "audit",
  "all",
] as const;
export type Scope = (typeof SCOPES)[number];

/** What a member has to be allowed to do, for a token of theirs to have the scope. */
export const SCOPE_PERMISSIONS = {
  read: "desk.read",
  "articles:write": "article.create",
  "claims:write": "claim.create",
  review: "review.take",
  publish: "claim.publish",
  audit: "audit.read",
  all: "desk.read",
} as const satisfies Record<Scope, Permission>;

/** `name` in UTF-16 code units; `count`: of one member, those that still work; `days` until one expires. */
export const TOKEN_LIMITS = { name: 100, count: 50, days: 3_650 } as const;

/** A token made without saying lives for a year. */
export const USUAL_DAYS = 365;

/** A form's tick for each scope. */
export const SCOPE_FIELDS = {
  read: "scopeRead",
  "articles:write": "scopeArticles",
  "claims:write": "scopeClaims",
  review: "scopeReview",
  publish: "scopePublish",
  audit: "scopeAudit",
  all: "scopeAll",
} as const satisfies Record<Scope, string>;

/** After how many days a token may expire, as the form offers it. */
export const DAY_CHOICES = ["7", "30", "90", "365", "never"] as const;
