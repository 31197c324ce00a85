import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { resolve } from "node:path";
import type { Actor } from "#lib/auth/policy.ts";
import { STATE_FILTERS } from "#lib/claims/values.ts";
import { db } from "#lib/db/client.ts";
import { PRESETS, TABLES } from "#lib/insights/values.ts";
import { listToMail } from "#lib/notifications/queries.ts";
import { NOTIFICATION_KINDS } from "#lib/notifications/values.ts";
import { QUEUE_VIEWS } from "#lib/queue/values.ts";
import type { MadeClaim } from "./factories.ts";
import { askAs } from "./request.ts";

// Everything that can be read, for tests of what nobody may be told.

/** What is asked about. */
export type World = {
  /** All with opinions that are hidden: waiting, taken, after two of three, and in its second round. */
  claims: MadeClaim[];
  article: { id: string; slug: string };
  evidenceId: string;
  sourceId: string;
  first: Actor;
  /** Holds one of them. */
  second: Actor;
};
type Arguments = readonly unknown[];

const asked = (params: Record<string, string | string[]> = {}) => Promise.resolve(params);
const ids = ({ claims }: World): string[] => claims.map(({ id }) => id);
/** What those who made the world wrote, and is looked for. */
const WORDS = ["zebra", "lion"];
const ofEach = (values: readonly string[], name: string, also: Record<string, string> = {}) =>
  values.map((value): Arguments => [asked({ [name]: value, ...also })]);
const once = (): Arguments[] => [[]];
const inFormats = (): Arguments[] => [["atom"], ["rss"], ["json"]];
const groups = (): Arguments[] =>
  WORDS.flatMap((slug) => [[{ kind: "topic", slug }], [{ kind: "claimant", slug }]]);
const onAddress = (): Arguments[] => [[asked()]];
const onArticle = ({ article }: World): Arguments[] => [[article.id]];
const onClaims = (world: World): Arguments[] => ids(world).map((id) => [id]);

/** Every loader there is, with what it is asked. */
export const LOADERS: Record<string, (world: World) => Arguments[]> = {
  deskClaims: () => [],
  findClaim: () => [], // loadClaim asks it
  isAskedByMail: once,
  loadAnnotation: onClaims,
  loadAnnotations: ({ article }) => [[article.slug], [article.id]],
  loadAccount: once,
  loadAudit: ({ article, claims }) => [
    [asked()],
    [asked({ article: article.id, kind: "review" })],
    ...claims.map(({ id }): Arguments => [asked({ claim: id })]),
  ],
  loadAuditFile: ({ article }) => ["csv", "json"].map((format) => [format, asked({ article: article.id })]),
  loadAddresses: () => [["/claims"]],
  loadArticle: onArticle,
  loadArticleRepairs: onArticle,
  loadArticleWithClaims: onArticle,
  loadArticles: onAddress,
  loadBulk: (world) =>
    ["publish", "assign", "snooze", "release"].map((act) => [asked({ do: act, claim: ids(world) })]),
  loadCard: (world) => ids(world).map((id) => [id, asked()]),
  loadClaim: onClaims,
  loadAskForLink: onAddress,
  loadCheckAnswer: () => [],
  loadCheckFile: () => [], // what others published, for admins
  loadCheckFiles: once,
  loadClaimForm: onAddress,
  loadClaims: () => [
    ...ofEach([...STATE_FILTERS, ""], "state"),
    ...ofEach(WORDS, "q"),
    ...ofEach(["me"], "author"),
  ],
  loadClaimsFeed: inFormats,
  loadCommentCounts: onArticle,
  loadComments: (world) => [
    [{ articleId: world.article.id }, asked()],
    ...ids(world).map((claimId) => [{ claimId }, asked()]),
  ],
  loadComparison: ({ article }) => [[article.id, "2", undefined]],
  loadConventions: once,
  loadCorrections: onAddress,
  loadCorrectionsFeed: inFormats,
  loadCsv: () => TABLES.map((table) => [table, asked({ range: "all" })]),
  loadDataFeed: onAddress,
  loadDraft: once,
  loadFeeds: once,
  loadFormerVerdict: (world) => ids(world).map((id) => [id, 1]),
  loadGroup: () => groups(),
  loadGroupFeed: () => groups().flatMap(([group]) => inFormats().map(([format]) => [group, format])),
  loadGroupPage: () => groups().map(([group]) => [group, asked()]),
  loadHeldOfPerson: () => [], // what people outside wrote, for admins
  loadPerson: () => [], // the same
  loadHeldOfMember: ({ first }) => [[first.id]],
  loadHandOver: () => [], // counts of what is in hand, for admins
  loadHome: once,
  loadEntryLink: () => [
    ["reset", "x"],
    ["sign_in", "x"],
  ],
  loadErrorForm: (world) => ids(world).map((id) => [id, asked()]),
  loadImport: () => [],
  loadInvitation: () => [["x"]],
  loadInvitations: once,
  loadInsights: () => [...ofEach(PRESETS, "range"), [asked({ from: "2026-03-02", to: "2026-03-02" })]],
  loadMailIsOn: once,
  loadMailSettings: once,
  loadMarkup: onClaims,
  loadMember: ({ first }) => [[first.id]],
  loadMemberTwoFactor: ({ first }) => [[first.id]],
  loadMembers: onAddress,
  loadMethodology: once,
  loadMyWork: once,
  loadNewsroom: once,
  loadNotifications: () => ofEach(["unread", "all"], "view"),
  loadOEmbed: (world) => ids(world).map((id) => [asked({ url: `http://localhost:3000/claims/${id}` })]),
  loadPack: () => ofEach(PRESETS, "range"),
  loadPackJson: () => ofEach(PRESETS, "range"),
  loadPasskeys: once,
  loadProviderAccounts: onAddress,
  loadPicture: onClaims,
  loadPolicies: once,
  loadProfile: once,
  loadPublicHeads: onAddress,
  loadPublicRecord: onClaims,
  loadPublicRecordFile: onClaims,
  loadPublished: (world) => ids(world).map((id) => [id]),
  loadPublishedArticle: ({ article }) => [[article.slug]],
  loadListFile: () =>
    ["csv", "json"].flatMap((format) => [
      [asked(), format],
      ...WORDS.map((q): Arguments => [asked({ q }), format]),
    ]),
  loadListTitle: onAddress,
  loadPublishedList: () => [
    [asked()],
    ...ofEach(WORDS, "q"),
    ...ofEach(WORDS, "q", { sort: "date" }),
    ...ofEach(["true", "false"], "verdict"),
  ],
  loadQueue: (world) => [
    ...ofEach(QUEUE_VIEWS, "view"),
    ...ofEach([world.first.id], "assignee", { view: "all" }),
  ],
  loadQueueCounts: once,
  loadQuoting: ({ evidenceId }) => [[evidenceId]],
  loadReaderConventions: once,
  loadReaderLanguages: once,
  loadRepairCounts: once,
  loadRepairs: onAddress,
  loadRevisions: onArticle,
  loadScales: once,
  loadSessions: () => [], // each reading opens one
  loadResetLink: ({ first }) => [[first.id]],
  loadSettings: once,
  loadSetUp: once,
  loadShortcuts: once,
  loadSignIn: onAddress,
  loadSite: once,
  loadSitemapIndex: once,
  loadSitemapPart: () => ["claims", "articles", "topics", "claimants"].map((kind) => [`${kind}-1.xml`]),
  loadSnapshot: ({ sourceId }) => [[sourceId]],
  loadSource: ({ sourceId }) => [[sourceId]],
  loadSources: () => [[asked()], ...ofEach(WORDS, "q")],
  loadTaskCounts: once,
  loadTasks: onAddress,
  loadTipCount: once,
  loadTips: () => [[asked()], ...ofEach(["settled"], "view")],
  loadTwoFactor: once,
  loadUnreadCount: once,
  loadTermTranslations: once,
  loadTokens: () => [], // a member's own, and no word of a claim
  loadTranslations: onClaims,
  loadViews: once,
  loadWebhooks: () => [], // for admins, and no word of a claim
  loadWords: once,
  requireDeskClaim: () => [],
};

type Ask = { path: string; params?: Record<string, string>; init?: RequestInit };
const anybodys = (): Ask[] => [{ path: "/" }];
const onWords = (): Ask[] => WORDS.map((slug) => ({ path: "/", params: { slug } }));

/** Every address that answers scripts, with what it is asked; null: another test has it, or there is nothing to ask. */
export const ROUTES: Record<string, ((world: World) => Ask[]) | null> = {
  "app/(public)/articles/[slug]/annotations.jsonld/route.ts": ({ article }) => [
    { path: "/", params: { slug: article.id } },
  ],
  "app/(public)/audit/heads.json/route.ts": anybodys,
  "app/(public)/claimreview.json/route.ts": anybodys,
  "app/(public)/claimants/[slug]/feed.json/route.ts": onWords,
  "app/(public)/claimants/[slug]/feed.xml/route.ts": onWords,
  "app/(public)/claimants/[slug]/rss.xml/route.ts": onWords,
  "app/(public)/claims/[slug]/annotation.jsonld/route.ts": (world) =>
    ids(world).map((slug) => ({ path: "/", params: { slug } })),
  "app/(public)/claims/[slug]/image.png/route.ts": (world) =>
    ids(world).map((slug) => ({ path: "/", params: { slug } })),
  "app/(public)/claims/[slug]/record.json/route.ts": (world) =>
    ids(world).map((slug) => ({ path: "/", params: { slug } })),
  "app/(public)/claims.csv/route.ts": anybodys,
  "app/(public)/claims.json/route.ts": anybodys,
  "app/(public)/corrections/feed.json/route.ts": anybodys,
  "app/(public)/corrections/feed.xml/route.ts": anybodys,
  "app/(public)/corrections/rss.xml/route.ts": anybodys,
  "app/(public)/feed.json/route.ts": anybodys,
  "app/(public)/feed.xml/route.ts": anybodys,
  "app/(public)/robots.txt/route.ts": anybodys,
  "app/(public)/rss.xml/route.ts": anybodys,
  "app/(public)/sitemap.xml/route.ts": anybodys,
  "app/(public)/sitemaps/[part]/route.ts": () => [{ path: "/", params: { part: "claims-1.xml" } }],
  "app/(public)/topics/[slug]/feed.json/route.ts": onWords,
  "app/(public)/topics/[slug]/feed.xml/route.ts": onWords,
  "app/(public)/topics/[slug]/rss.xml/route.ts": onWords,
  "app/api/auth/[...nextauth]/route.ts": null, // answers nothing but sign-ins
  "app/api/auth/oidc/callback/route.ts": null, // the same
  "app/api/auth/oidc/route.ts": null, // the same
  "app/api/desk/articles/[id]/claims/route.ts": (world) => [
    { path: `/?ids=${ids(world).join(",")}`, params: { id: world.article.id } },
  ],
  "app/api/desk/articles/[id]/events/route.ts": ({ article }) => [
    { path: "/?after=0", params: { id: article.id }, init: { headers: { Accept: "application/json" } } },
  ],
  "app/api/desk/articles/[id]/presence/route.ts": null, // takes what it is told
  "app/api/desk/claims/checked-before/route.ts": ({ claims }) => [
    { path: "/", init: posted({ statement: "NATO was founded in 1949", exceptId: claims[0]?.id }) },
  ],
  "app/api/desk/comments/counts/route.ts": ({ article }) => [{ path: `/?article=${article.id}` }],
  "app/api/desk/comments/people/route.ts": () => [{ path: "/?q=m" }],
  "app/api/desk/comments/route.ts": (world) => [
    { path: `/?article=${world.article.id}` },
    ...ids(world).map((id) => ({ path: `/?claim=${id}` })),
  ],
  "app/api/desk/drafts/route.ts": ({ claims, first }) => [
    { path: "/" },
    { path: `/?key=${first.id}:verdict:${claims[0]?.id}` },
  ],
  "app/api/desk/names/route.ts": () => [{ path: "/?of=topics&typed=z" }, { path: "/?of=claimants&typed=z" }],
  "app/api/desk/notifications/route.ts": () => [{ path: "/" }],
  "app/api/desk/queue/counts/route.ts": () => QUEUE_VIEWS.map((view) => ({ path: `/?view=${view}` })),
  "app/api/desk/queue/events/route.ts": null, // ids alone: lib/realtime/notices.ts lets nothing else through
  "app/api/desk/search/route.ts": (world) => [
    ...WORDS.map((word) => ({ path: `/?q=${word}` })),
    { path: `/?visited=${ids(world).map((id) => `claim:${id}`)}` },
  ],
  "app/api/desk/snapshots/[id]/file/route.ts": null, // bytes of sources
  "app/api/desk/snapshots/[id]/picture/route.ts": null, // the same
  "app/api/desk/sources/events/route.ts": null, // ids alone
  "app/api/desk/sources/route.ts": () => WORDS.map((word) => ({ path: `/?typed=${word}` })),
  "app/api/health/ready/route.ts": null, // knows of no claim
  "app/api/health/route.ts": null, // the same
  "app/metrics/route.ts": null, // numbers alone
  "app/(public)/api/oembed/route.ts": (world) =>
    ids(world).map((id) => ({ path: `/?url=${encodeURIComponent(`http://localhost:3000/claims/${id}`)}` })),
  "app/api/openapi.json/route.ts": null, // says what can be asked, and nothing of what there is
  "app/api/v1/[...path]/route.ts": (world) =>
    [
      ...[
        "/articles",
        "/claims",
        "/claims?q=zebra",
        "/claims?state=second_review",
        "/audit",
        "/audit?limit=100",
      ],
      ...["", "/annotations", "/revisions/1"].map((rest) => `/articles/${world.article.id}${rest}`),
      `/audit?article=${world.article.id}`,
      ...ids(world).flatMap((id) => [`/claims/${id}`, `/claims/${id}/claimreview`]),
    ].map((path) => ({ path: `/api/v1${path}` })),
  "app/desk/audit/[file]/route.ts": ({ article }) => [
    { path: `/?article=${article.id}`, params: { file: "events.json" } },
  ],
  "app/desk/insights/csv/[table]/route.ts": () => [{ path: "/?range=30d", params: { table: "reviewers" } }],
  "app/desk/insights/pack/json/route.ts": () => [{ path: "/?range=all" }],
  "app/desk/settings/people/[id]/personal-data/route.ts": null, // what people outside wrote
  "app/desk/settings/members/[id]/personal-data/route.ts": ({ first }) => [
    { path: "/", params: { id: first.id } },
  ],
};

function posted(body: object): RequestInit {
  const headers = { Origin: "http://localhost:3000", "Content-Type": "application/json" };
  return { method: "POST", headers, body: JSON.stringify(body) };
}

type Loaders = Record<string, (...args: readonly unknown[]) => unknown>;

/** Every loader, by its name. */
export async function listLoaders(): Promise<Loaders> {
  const files = globSync("lib/*/loaders.ts").map((file) => import(resolve(file)) as Promise<Loaders>);
  const exported = (await Promise.all(files)).flatMap((module) => Object.entries(module));
  return Object.fromEntries(exported.filter(([, value]) => typeof value === "function"));
}

/** All that `viewer` is told, by what was asked; and what letters would tell them. */
export async function readAll(world: World, viewer: Actor | null): Promise<Map<string, string>> {
  await askAs(viewer);
  const told = await readAsIs(world, viewer === null ? null : await tokenOf(viewer));
  const letters = viewer
    ? listToMail({ memberId: viewer.id, kinds: NOTIFICATION_KINDS, now: new Date(Date.now() + DAY) })
    : null;
  return told.set("letters", await textOf(letters));
}

/** All that is told to whoever asks just now, by cookie and by the token of a program. */
export async function readAsIs(world: World, token: string | null): Promise<Map<string, string>> {
  const loaders = await listLoaders();
  const loaded = Object.entries(loaders).flatMap(([name, load]) =>
    (LOADERS[name]?.(world) ?? []).map(
      async (args) => [`${name}(${await textOf(Promise.all(args))})`, await textOf(load(...args))] as const,
    ),
  );
  const answered = Object.entries(ROUTES).flatMap(([file, asks]) =>
    (asks?.(world) ?? []).map(async ({ path, params, init }) => {
      const handler = await handlerOf(file);
      const request = new Request(`http://localhost:3000${path}`, init);
      if (token !== null) request.headers.set("Authorization", `Bearer ${token}`);
      const answer = handler(request, { params: Promise.resolve(params ?? {}) });
      const said = await textOf(answer.then(async (it) => [it.status, await it.text()]));
      return [`${file} ${path} ${JSON.stringify(params)}`, said] as const;
    }),
  );
  return new Map(await Promise.all([...loaded, ...answered]));
}

/**
 * What a program of theirs would ask with: the same at each reading, since members see their tokens. Written past the
 * commands, whose events would differ from reading to reading.
 */
async function tokenOf({ id: memberId }: Actor): Promise<string> {
  const token = `pm_${memberId}`;
  const sha256 = Uint8Array.from(createHash("sha256").update(token).digest());
  const data = { memberId, name: "reading", scopes: ["all"], start: "pm_", sha256, lastUsedAt: new Date() };
  await db.apiToken.createMany({ data, skipDuplicates: true });
  return token;
}

/** Milliseconds: everything is due to be mailed by then. */
const DAY = 86_400_000;

type Handler = (request: Request, context: object) => Promise<Response>;

async function handlerOf(file: string): Promise<Handler> {
  const { GET, POST } = (await import(resolve(file))) as { GET?: Handler; POST?: Handler };
  const handler = GET ?? POST;
  if (!handler) throw new Error(`${file} answers neither GET nor POST`);
  return handler;
}

/** As text, also what it fails with: where somebody is led, or that there is nothing. */
async function textOf(given: unknown): Promise<string> {
  try {
    return JSON.stringify(await given, (_, value) =>
      value instanceof Map || value instanceof Set
        ? [...value]
        : typeof value === "bigint"
          ? `${value}n`
          : value,
    );
  } catch (error) {
    if (error instanceof Error && "digest" in error) return String(error.digest);
    throw error;
  }
}
