/** One breakage: what stands in a file, what is put there, and the tests that should notice. */
export type Mutation = { what: string; file: string; find: string; put: string; tests: readonly string[] };

const POLICY = "lib/auth/policy.ts";
const CLAIM_RULES = "lib/claims/rules.ts";
const GATE = "lib/publishing/rules.ts";
const PUBLISHING = "lib/publishing/commands.ts";
const REVIEWS = "lib/reviews/commands.ts";
const VERIFY = "lib/audit/verify.ts";
const MEMBERS = "lib/members/commands.ts";
const TOKENS = "lib/tokens/commands.ts";
const testOf = (file: string, kind: "test" | "db.test" = "db.test") => [file.replace(/\.ts$/, `.${kind}.ts`)];

/** Deliberate breakages, as small as somebody could make them by mistake. */
export const MUTATIONS: readonly Mutation[] = [
  {
    what: "reviewers may publish",
    file: POLICY,
    find: '"claim.publish": "editor"',
    put: '"claim.publish": "reviewer"',
    tests: ["lib/auth/policy.test.ts", "lib/claims/rules.test.ts"],
  },
  {
    what: "editors may change members",
    file: POLICY,
    find: '"members.edit": "admin"',
    put: '"members.edit": "editor"',
    tests: ["lib/auth/policy.test.ts", "lib/members/commands.db.test.ts"],
  },
  {
    what: "authors may check their own claims",
    file: CLAIM_RULES,
    find: 'if (wrote(claim, actor.id)) return { reason: "own_claim" };',
    put: "",
    tests: testOf(CLAIM_RULES, "test"),
  },
  {
    what: "one person may give both opinions",
    file: CLAIM_RULES,
    find: 'return claim.reviewerIds.includes(actor.id) ? { reason: "opinion_given" } : null;',
    put: "return null;",
    tests: testOf(CLAIM_RULES, "test"),
  },
  {
    what: "others' drafts may be edited",
    file: CLAIM_RULES,
    find: 'claim.authorId === actor.id || isEditor(actor) ? null : { reason: "not_yours" };',
    put: "null;",
    tests: testOf(CLAIM_RULES, "test"),
  },
  {
    what: "a lease that ran out still counts",
    file: CLAIM_RULES,
    find: 'return isLive(claim.lease, now) ? null : { reason: "lease_expired" };',
    put: "return null;",
    tests: testOf(CLAIM_RULES, "test"),
  },
  {
    what: "a missing verdict may be overridden",
    file: GATE,
    find: 'override === null || missing.includes("verdict")',
    put: "override === null",
    tests: testOf(GATE, "test"),
  },
  {
    what: "embargoes are forgotten",
    file: GATE,
    find: "if (embargoUntil === null || embargoUntil <= now) return null;",
    put: "if (embargoUntil === null || embargoUntil > now) return null;",
    tests: testOf(GATE, "test"),
  },
  {
    what: "authors may change the rating of their own claim",
    file: GATE,
    find: 'return ratingChanged && wrote(claim, actor.id) ? { reason: "own_claim" } : null;',
    put: "return null;",
    tests: testOf(GATE, "test"),
  },
  {
    what: "half is a majority",
    file: "lib/reviews/rules.ts",
    find: "votesFor(opinion) > opinions.length / 2",
    put: "votesFor(opinion) >= opinions.length / 2",
    tests: ["lib/reviews/rules.test.ts"],
  },
  {
    what: "the last opinion becomes the verdict, whatever most say",
    file: "lib/reviews/rules.ts",
    find: 'return { next: "ready", opinion: winner,',
    put: 'return { next: "ready", opinion: opinions.at(-1) ?? winner,',
    tests: ["lib/reviews/rules.test.ts"],
  },
  {
    what: "an opinion leaves no event in the history",
    file: REVIEWS,
    find: 'await recordAudit(tx, { actor, action: "review.decided", claimId, articleId, data: { stage } });',
    put: "",
    tests: testOf(REVIEWS),
  },
  {
    what: "taking a claim asks no rule",
    file: REVIEWS,
    find: 'insist(refusal("take", claim, actor, now));',
    put: "",
    tests: testOf(REVIEWS),
  },
  {
    what: "a withdrawal leaves no event in the history",
    file: PUBLISHING,
    find: 'await recordAudit(tx, { actor, action: "claim.withdrawn", claimId, articleId, data: { reason } });',
    put: "",
    tests: testOf(PUBLISHING),
  },
  {
    what: "anybody at the desk may withdraw",
    file: PUBLISHING,
    find: 'insist(refusal("withdraw", claim, actor, now));',
    put: "",
    tests: testOf(PUBLISHING),
  },
  {
    what: "a correction overwrites one that came before",
    file: PUBLISHING,
    find: 'if (version !== current.number) throw new AppError("stale_version");',
    put: "",
    tests: testOf(PUBLISHING),
  },
  {
    what: "the gate is not asked before publishing",
    file: PUBLISHING,
    find: "insist(publishRefusal(items, given));",
    put: "",
    tests: testOf(PUBLISHING),
  },
  {
    what: "edited events are not found",
    file: VERIFY,
    find: 'if (!saysTheSame(row, erased)) find("edited");',
    put: "",
    tests: testOf(VERIFY),
  },
  {
    what: "a broken chain is not found",
    file: VERIFY,
    find: "if (!linkHash(open.hash, row.digest).equals(row.hash))",
    put: "if (false)",
    tests: testOf(VERIFY),
  },
  {
    what: "an end that was cut off is not found",
    file: VERIFY,
    find: 'find("truncated", last + 1, longest);',
    put: "",
    tests: testOf(VERIFY),
  },
  {
    what: "anybody may add a member",
    file: MEMBERS,
    find: "insistOnKeeper(actor);\n  const newsroomName",
    put: "const newsroomName",
    tests: testOf(MEMBERS),
  },
  {
    what: "disabled members may sign in",
    file: MEMBERS,
    find: 'if (member.disabledAt) throw new AppError("member_disabled");',
    put: "",
    tests: testOf(MEMBERS),
  },
  {
    what: "a newsroom can be set up twice",
    file: MEMBERS,
    find: 'if (await hasMembers(tx)) throw new AppError("setup_done");',
    put: "",
    tests: testOf(MEMBERS),
  },
  {
    what: "tokens of disabled members work on",
    file: TOKENS,
    find: "if (!known || known.member.disabledAt)",
    put: "if (!known)",
    tests: testOf(TOKENS),
  },
  {
    what: "tokens work after they ended",
    file: TOKENS,
    find: 'if (state !== "works") throw',
    put: "if (false) throw",
    tests: testOf(TOKENS),
  },
  {
    what: "anybody may end anybody's token",
    file: TOKENS,
    find: 'actor === null || actor.id === token?.memberId || may(actor, "members.edit")',
    put: "true",
    tests: testOf(TOKENS),
  },
  {
    what: "tokens may do more than their scopes",
    file: "lib/tokens/rules.ts",
    find: 'return scopes.includes(scope) || scopes.includes("all")',
    put: "return true",
    tests: ["lib/tokens/rules.test.ts"],
  },
  {
    what: "comments tell the second reviewer what the first said",
    file: "lib/comments/rules.ts",
    find: "return comment.knowsOpinion && comment.isClosed && comment.authorId !== viewerId;",
    put: "return false;",
    tests: ["lib/comments/rules.test.ts"],
  },
  {
    what: "a redirect may lead from outside to the intranet",
    file: "lib/fetching/fetch-document.ts",
    find: "target.isIntranet ? (request.allowedHosts ?? []) : []",
    put: "request.allowedHosts ?? []",
    tests: ["lib/fetching/connect.test.ts", "lib/fetching/targets.test.ts"],
  },
  {
    what: "one good address of a name is enough",
    file: "lib/fetching/resolve.ts",
    find: "!addresses.every(isGood)",
    put: "!addresses.some(isGood)",
    tests: ["lib/fetching/connect.test.ts", "lib/fetching/targets.test.ts"],
  },
  {
    what: "certificates are not checked",
    file: "lib/fetching/connect.ts",
    find: "rejectUnauthorized: true",
    put: "rejectUnauthorized: false",
    tests: ["lib/fetching/connect.test.ts"],
  },
  {
    what: "other sites' pages may send with a member's cookie",
    file: "app/api/desk/respond.ts",
    find: 'if (host === null || !own.includes(host)) throw new AppError("not_allowed");',
    put: "",
    tests: ["app/api/desk/respond.db.test.ts"],
  },
  {
    what: "an idempotency key answers another request",
    file: "lib/api/serve.ts",
    find: 'if (standing.kind === "other_request")',
    put: 'if (standing.kind === "busy" && standing.kind !== "busy")',
    tests: ["lib/api/openapi.db.test.ts"],
  },
];
