import type { Actor } from "#lib/auth/policy.ts";
import type { Subject, SubjectKind } from "./subjects.ts";

/** What one address is asked, as its handler gets it. */
export type Ask = { path?: string; params?: Record<string, string>; init?: RequestInit };

/**
 * `everybody`: without a session. `readers`: the same for all, once it is published. `desk`: every member. `knowing`:
 * members, but what is confidential only for those who have to do with it. `reviewer`, `editor`, `admin`: from that role on. `author`: nobody
 * but whose it is.
 */
export type RouteRow = {
  who: "everybody" | "readers" | "desk" | "knowing" | "reviewer" | "editor" | "admin" | "author";
  ask?: (subject: Subject, visitor: Actor | null, author: Actor) => Ask;
  /** What it is asked about, where that makes a difference. */
  about?: readonly SubjectKind[];
  /** The status of whoever is let in; 200 unless said otherwise. */
  served?: number;
};

const HERE = "http://localhost:3000";
const READABLE = ["draft", "published"] as const;
const LATENT = ["draft", "published", "confidential"] as const;

const sent = (method: string, body: object): RequestInit => ({
  method,
  headers: { Origin: HERE, "Content-Type": "application/json" },
  body: JSON.stringify(body),
});
const anybodys: RouteRow = { who: "everybody" };
const deskRow = (path: string): RouteRow => ({ who: "desk", ask: () => ({ path }) });
const ofClaim: RouteRow = {
  who: "readers",
  about: READABLE,
  ask: ({ claimSlug: slug }) => ({ params: { slug } }),
};
const ofTopic: RouteRow = {
  who: "readers",
  about: READABLE,
  ask: ({ topic: slug }) => ({ params: { slug } }),
};
const ofClaimant: RouteRow = {
  who: "readers",
  about: READABLE,
  ask: ({ claimant: slug }) => ({ params: { slug } }),
};
const ofDeskArticle = (init: (subject: Subject) => Ask): RouteRow => ({
  who: "desk",
  about: READABLE,
  ask: (subject) => ({ params: { id: subject.articleId }, ...init(subject) }),
});
const ofSnapshot: RouteRow = {
  who: "knowing",
  about: LATENT,
  ask: ({ snapshotId: id }) => ({ params: { id } }),
};
const TAB = "019c0000-0000-7000-8000-000000000001";
const draftOf = ({ id }: Actor, { claimId }: Subject) => `${id}:verdict:${claimId}`;
const DRAFT = { typed: { rationale: "x" }, basis: { version: null, saved: {} } };

/** Who gets what from every method of every address for scripts; null, and why, where another test has it. */
export const ROUTE_ROWS: Record<string, RouteRow | null> = {
  "app/(public)/api/oembed/route.ts GET": {
    who: "readers",
    about: READABLE,
    ask: ({ claimSlug }) => ({ path: `/?url=${encodeURIComponent(`${HERE}/claims/${claimSlug}`)}` }),
  },
  "app/(public)/articles/[slug]/annotations.jsonld/route.ts GET": {
    who: "readers",
    about: READABLE,
    ask: ({ articleSlug: slug }) => ({ params: { slug } }),
  },
  "app/(public)/audit/heads.json/route.ts GET": anybodys,
  "app/(public)/claimants/[slug]/feed.json/route.ts GET": ofClaimant,
  "app/(public)/claimants/[slug]/feed.xml/route.ts GET": ofClaimant,
  "app/(public)/claimants/[slug]/rss.xml/route.ts GET": ofClaimant,
  "app/(public)/claimreview.json/route.ts GET": anybodys,
  "app/(public)/claims.csv/route.ts GET": anybodys,
  "app/(public)/claims.json/route.ts GET": anybodys,
  "app/(public)/claims/[slug]/annotation.jsonld/route.ts GET": ofClaim,
  "app/(public)/claims/[slug]/image.png/route.ts GET": ofClaim,
  "app/(public)/claims/[slug]/record.json/route.ts GET": ofClaim,
  "app/(public)/corrections/feed.json/route.ts GET": anybodys,
  "app/(public)/corrections/feed.xml/route.ts GET": anybodys,
  "app/(public)/corrections/rss.xml/route.ts GET": anybodys,
  "app/(public)/feed.json/route.ts GET": anybodys,
  "app/(public)/feed.xml/route.ts GET": anybodys,
  "app/(public)/robots.txt/route.ts GET": anybodys,
  "app/(public)/rss.xml/route.ts GET": anybodys,
  "app/(public)/sitemap.xml/route.ts GET": anybodys,
  "app/(public)/sitemaps/[part]/route.ts GET": {
    who: "everybody",
    ask: () => ({ params: { part: "claims-1.xml" } }),
  },
  "app/(public)/topics/[slug]/feed.json/route.ts GET": ofTopic,
  "app/(public)/topics/[slug]/feed.xml/route.ts GET": ofTopic,
  "app/(public)/topics/[slug]/rss.xml/route.ts GET": ofTopic,
  // Signing in is what they are about: e2e/sign-in.spec.ts.
  "app/api/auth/[...nextauth]/route.ts GET": null,
  "app/api/auth/[...nextauth]/route.ts POST": null,
  "app/api/auth/oidc/callback/route.ts GET": null, // the same: lib/single-sign-on/commands.db.test.ts
  "app/api/auth/oidc/route.ts GET": null,
  "app/api/desk/articles/[id]/claims/route.ts GET": ofDeskArticle(({ claimId }) => ({
    path: `/?ids=${claimId}`,
  })),
  "app/api/desk/articles/[id]/events/route.ts GET": ofDeskArticle(() => ({
    path: "/?after=0",
    init: { headers: { Accept: "application/json" } },
  })),
  "app/api/desk/articles/[id]/presence/route.ts POST": {
    ...ofDeskArticle(() => ({ init: sent("POST", { tab: TAB, isLeaving: true }) })),
    served: 204,
  },
  "app/api/desk/claims/checked-before/route.ts POST": {
    who: "desk",
    ask: () => ({ init: sent("POST", { statement: "NATO was founded in 1949" }) }),
  },
  "app/api/desk/comments/counts/route.ts GET": {
    who: "desk",
    about: READABLE,
    ask: ({ articleId }) => ({ path: `/?article=${articleId}` }),
  },
  "app/api/desk/comments/people/route.ts GET": deskRow("/?q=m"),
  "app/api/desk/comments/route.ts GET": {
    who: "desk",
    about: READABLE,
    ask: ({ claimId }) => ({ path: `/?claim=${claimId}` }),
  },
  "app/api/desk/drafts/route.ts DELETE": null, // answers all alike, done or not: lib/drafts/commands.db.test.ts
  "app/api/desk/drafts/route.ts GET": {
    who: "author",
    about: READABLE,
    ask: (subject, _, author) => ({ path: `/?key=${draftOf(author, subject)}` }),
  },
  "app/api/desk/drafts/route.ts PUT": {
    who: "author",
    about: READABLE,
    ask: (subject, _, author) => ({
      init: sent("PUT", { key: draftOf(author, subject), content: DRAFT, known: null }),
    }),
  },
  "app/api/desk/names/route.ts GET": deskRow("/?of=topics&typed=t"),
  "app/api/desk/notifications/route.ts GET": deskRow("/"),
  "app/api/desk/queue/counts/route.ts GET": deskRow("/?view=all"),
  "app/api/desk/queue/events/route.ts GET": deskRow("/"),
  "app/api/desk/search/route.ts GET": deskRow("/?q=nato"),
  "app/api/desk/snapshots/[id]/file/route.ts GET": ofSnapshot,
  "app/api/desk/snapshots/[id]/picture/route.ts GET": null, // of pictures alone: lib/snapshots/queries.db.test.ts
  "app/api/desk/sources/events/route.ts GET": {
    who: "knowing",
    about: LATENT,
    ask: ({ sourceId }) => ({ path: `/?ids=${sourceId}` }),
  },
  "app/api/desk/sources/route.ts GET": deskRow("/?typed=example"),
  "app/api/health/ready/route.ts GET": null, // says whether the process can serve: lib/operation/readiness.db.test.ts
  "app/api/health/route.ts GET": anybodys,
  "app/api/openapi.json/route.ts GET": anybodys,
  // Its operations have a table of their own.
  "app/api/v1/[...path]/route.ts DELETE": null,
  "app/api/v1/[...path]/route.ts GET": null,
  "app/api/v1/[...path]/route.ts HEAD": null,
  "app/api/v1/[...path]/route.ts OPTIONS": null,
  "app/api/v1/[...path]/route.ts PATCH": null,
  "app/api/v1/[...path]/route.ts POST": null,
  "app/api/v1/[...path]/route.ts PUT": null,
  "app/desk/audit/[file]/route.ts GET": {
    who: "editor",
    ask: () => ({ path: "/", params: { file: "events.csv" } }),
  },
  "app/desk/insights/csv/[table]/route.ts GET": {
    who: "reviewer",
    ask: () => ({ path: "/?range=all", params: { table: "reviewers" } }),
  },
  "app/desk/insights/pack/json/route.ts GET": { who: "reviewer", ask: () => ({ path: "/?range=all" }) },
  "app/desk/settings/members/[id]/personal-data/route.ts GET": {
    who: "admin",
    ask: (_, _visitor, { id }) => ({ params: { id } }),
  },
  "app/desk/settings/people/[id]/personal-data/route.ts GET": {
    who: "admin",
    about: ["draft"],
    ask: ({ tipId: id }) => ({ params: { id } }),
  },
  "app/metrics/route.ts GET": null, // for the token of METRICS_TOKEN: e2e/operation.spec.ts
};
