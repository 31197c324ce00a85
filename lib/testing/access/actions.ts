import { randomUUID } from "node:crypto";
import type { Actor, Role } from "#lib/auth/policy.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import { addComment, resolveThread } from "#lib/comments/commands.ts";
import { db } from "#lib/db/client.ts";
import type { Reason } from "#lib/errors.ts";
import { recordReply } from "#lib/replies/commands.ts";
import {
  type MadeArticle,
  type MadeClaim,
  makeArticle,
  makeClaim,
  makeEvidence,
  makeMember,
  makeTip,
  revise,
  sourceOf,
} from "#lib/testing/factories.ts";
import { makeFailedImport, makeImport } from "#lib/testing/made-import.ts";
import { settleTip, takeTip } from "#lib/tips/commands.ts";
import { saveView } from "#lib/views/commands.ts";

type Fields = Readonly<Record<string, string | number>>;

// Why somebody is refused.
const NOT_ALLOWED: Reason = "not_allowed";
const NOT_YOURS: Reason = "not_yours";
const GONE: Reason = "not_found";
const NOT_YOUR_COMMENT: Reason = "comment_not_yours";
const NOT_YOUR_REPLY: Reason = "reply_not_yours";
const SET_UP: Reason = "setup_done";

/** Who calls: `reporter` and `reviewer` have nothing to do with the claim; the others made it what it is. */
export const PEOPLE = ["author", "reporter", "reviewer", "editor", "admin"] as const;
export type Who = (typeof PEOPLE)[number];
export type People = Record<Who, Actor>;

export type ActionWorld = People & {
  article: MadeArticle;
  claim: MadeClaim;
  evidenceId: string;
  /** What the evidence cites. */
  sourceId: string;
  /** The author asked somebody for a reply. */
  replyId: string;
  otherSourceId: string;
  /** The watch found that a cited page moved. */
  taskId: string;
  version: number;
  target: Actor;
  /** What waits to become an article, and what waits to become its next text. */
  read: { id: string };
  readAgain: { id: string };
  failed: { id: string };
  /** Where the claim stands in the newest text. */
  passageId: string;
  /** The author's, on the claim; the second is of a thread that is resolved. */
  commentId: string;
  resolvedId: string;
  /** A view of the queue that the author keeps. */
  viewId: string;
  /** Errors reported: nobody has it in hand, the editor has, the editor settled it. */
  tips: { fresh: string; taken: string; settled: string };
  /** The author was told of a comment. */
  notificationId: string;
};

export type ActionRow = {
  /** The claim's state before the call. */
  state?: ClaimState;
  /** Whether its article says something else by now where the claim stood. */
  isReworded?: boolean;
  /** Whether its evidence is. */
  isConfidential?: boolean;
  /** Whether readers have reported errors. */
  hasTips?: boolean;
  path?: (world: ActionWorld) => string;
  fields?: (world: ActionWorld) => Fields;
  /** Who is refused, and why. Nobody, and whoever was signed out or disabled, is sent to sign in everywhere. */
  refused: Partial<Record<Who, Reason>>;
  /** Who may: that the same call then works shows that nothing else was wrong with it. Null where another test does it. */
  may: Who | null;
  /** Whether a call that is allowed changes anything. */
  changes?: false;
};

const claimId = ({ claim }: ActionWorld): Fields => ({ claimId: claim.id });
const claimPage = ({ claim }: ActionWorld) => `/desk/claims/${claim.id}`;
const newPage = () => "/desk/articles/new";
const tipsPage = () => "/desk/tips";
const tasksPage = () => "/desk/source-tasks";
const importPage = ({ read }: ActionWorld) => `/desk/imports/${read.id}`;
const articlePage = ({ article }: Pick<ActionWorld, "article">) => `/desk/articles/${article.id}`;
const revisionsPage = ({ article }: ActionWorld) => `${articlePage({ article })}/revisions`;
const ratingsPage = () => "/desk/settings/ratings";
const NOBODY = "019c0000-0000-7000-8000-000000000000";
const SCALE = { scaleId: NOBODY, version: 1 };
const PROBLEM = { label: "Made up", definition: "There is nothing to it." };
const RATING = { ...PROBLEM, tone: "false", value: 1 };
const shortcutsPage = () => "/desk/settings/shortcuts";
const tokensPage = () => "/desk/settings/tokens";
const webhooksPage = () => "/desk/settings/webhooks";
const peoplePage = () => "/desk/settings/people";
const checksPage = () => "/desk/settings/checks";
const onlyAdminsSeeIt = {
  refused: { author: GONE, reporter: GONE, reviewer: GONE, editor: GONE },
} as const;
const accountPage = () => "/desk/settings/account";
const memberPage = ({ target }: ActionWorld) => `/desk/settings/members/${target.id}`;
const anAuthorDoes = { refused: { reporter: NOT_YOURS, reviewer: NOT_YOURS }, may: "author" } as const;
const aReviewerDoes = { refused: { author: NOT_ALLOWED, reporter: NOT_ALLOWED }, may: "reviewer" } as const;
const anEditorDoes = {
  refused: { author: NOT_ALLOWED, reporter: NOT_ALLOWED, reviewer: NOT_ALLOWED },
  may: "editor",
} as const;
/** What is confidential is not there for those who have nothing to do with its claim. */
const seeingIsAnEditors = {
  refused: { author: NOT_ALLOWED, reporter: GONE, reviewer: GONE },
  may: "editor",
  isConfidential: true,
} as const;
const tipsAreAnEditors = {
  hasTips: true,
  path: tipsPage,
  refused: { author: GONE, reporter: GONE, reviewer: GONE },
  may: "editor",
} as const;
const anAdminDoes = {
  refused: { author: NOT_ALLOWED, reporter: NOT_ALLOWED, reviewer: NOT_ALLOWED, editor: NOT_ALLOWED },
  may: "admin",
} as const;
const aWriterDoes = {
  refused: {
    reporter: NOT_YOUR_COMMENT,
    reviewer: NOT_YOUR_COMMENT,
    editor: NOT_YOUR_COMMENT,
    admin: NOT_YOUR_COMMENT,
  },
  may: "author",
} as const;
const notificationsPage = () => "/desk/notifications";
const anyMemberDoes = { refused: {}, may: "reporter" } as const;
const anEditorRepairs = {
  ...anEditorDoes,
  state: "published",
  isReworded: true,
  path: ({ article }: ActionWorld) => `${articlePage({ article })}/repairs`,
} as const;

const ASKED = {
  asked: "NATO",
  via: "e-mail",
  askedOn: "2026-01-20",
  deadlineAt: null,
  outcome: "awaiting",
  answer: null,
} as const;

const source: Fields = {
  title: "A book",
  kind: "reference",
  stance: "context",
  url: "",
  visibility: "public",
};
const articleFields: Fields = { title: "Another title", origin: "external" };
const opinion = ({ claim }: ActionWorld): Fields => ({
  claimId: claim.id,
  ratingId: claim.ratings.false ?? "",
  conclusion: "It is not so.",
  rationale: "Nobody says so.",
});

/** Who may call which action, and what it is called with: of every action there is. */
export const ACTIONS: Record<string, ActionRow> = {
  // articles
  editArticleAction: {
    path: (world) => `${articlePage(world)}/edit`,
    fields: ({ article }) => ({ ...articleFields, articleId: article.id, version: 1, display: "full" }),
    refused: { author: NOT_ALLOWED, reporter: NOT_ALLOWED, reviewer: NOT_ALLOWED },
    may: "editor",
  },
  watchArticleAction: {
    ...anyMemberDoes,
    path: revisionsPage,
    fields: ({ article }) => ({ articleId: article.id, version: 1, everyHours: 24 }),
  },
  // passages
  confirmPassageAction: { ...anEditorRepairs, fields: ({ passageId }) => ({ passageId }) },
  placePassageAction: { ...anEditorRepairs, fields: ({ passageId }) => ({ passageId, start: 0, end: 4 }) },
  detachPassageAction: { ...anEditorRepairs, fields: ({ passageId }) => ({ passageId }) },
  // Takes back the caller’s own word: that it works is shown with the repair list.
  undoRepairAction: {
    ...anEditorRepairs,
    may: null,
    fields: ({ passageId }) => ({ passageId, repairedAt: "2026-03-02T12:00:00.000Z" }),
  },
  addPassageAction: {
    ...anAuthorDoes,
    path: articlePage,
    fields: ({ claim, article }) => ({
      claimId: claim.id,
      revisionId: article.revisionId,
      start: 0,
      end: 4,
    }),
  },
  movePassageAction: {
    ...anAuthorDoes,
    path: articlePage,
    fields: ({ passageId }) => ({
      passageId,
      fromStart: 0,
      fromEnd: "NATO was founded in 1949".length,
      start: 0,
      end: 4,
    }),
  },
  // Of the only one in every world: passages.spec.ts takes one of two.
  removePassageAction: {
    ...anAuthorDoes,
    may: null,
    path: articlePage,
    fields: ({ passageId }) => ({ passageId, start: 0, end: "NATO was founded in 1949".length }),
  },
  // imports
  checkForChangesAction: {
    ...anyMemberDoes,
    path: revisionsPage,
    fields: ({ article }) => ({ articleId: article.id }),
  },
  importAddressAction: {
    ...anyMemberDoes,
    path: newPage,
    fields: () => ({ url: "http://127.0.0.1:1/", articleId: "" }),
  },
  importPastedAction: {
    ...anyMemberDoes,
    path: newPage,
    fields: () => ({ text: "One. Two.", articleId: "" }),
  },
  // import.spec.ts sends a file: these calls have none.
  importFileAction: { ...anyMemberDoes, path: newPage, fields: () => ({ articleId: "" }), may: null },
  retryImportAction: {
    ...anyMemberDoes,
    path: importPage,
    fields: ({ failed }) => ({ importId: failed.id }),
  },
  saveAsArticleAction: {
    ...anyMemberDoes,
    path: importPage,
    fields: ({ read }) => ({ ...articleFields, importId: read.id, kept: 0 }),
  },
  saveAsRevisionAction: {
    ...anyMemberDoes,
    path: importPage,
    fields: ({ readAgain }) => ({ importId: readAgain.id, kept: 0 }),
  },
  // claims
  createClaimAction: {
    ...anyMemberDoes,
    path: articlePage,
    fields: ({ article }) => ({
      articleId: article.id,
      revisionId: article.revisionId,
      start: 0,
      end: 4,
      statement: "NATO is an alliance.",
    }),
  },
  editClaimAction: {
    ...anAuthorDoes,
    fields: ({ claim, version }) => ({
      claimId: claim.id,
      version,
      statement: "Said otherwise.",
      topics: "",
    }),
  },
  editCardAction: {
    ...anAuthorDoes,
    fields: ({ claim, version }) => ({
      claimId: claim.id,
      version,
      statement: "Said otherwise.",
      topics: "",
    }),
  },
  // Whoever deleted it brings it back: shown with the article.
  restoreClaimAction: {
    refused: { author: GONE, reporter: GONE, reviewer: GONE, editor: GONE, admin: GONE },
    may: null,
    fields: claimId,
  },
  deleteClaimAction: { ...anAuthorDoes, fields: claimId },
  deleteCardAction: { ...anAuthorDoes, fields: claimId },
  submitClaimAction: { ...anAuthorDoes, fields: claimId },
  recallClaimAction: {
    ...anAuthorDoes,
    // In somebody's hands, as below, where not even its author may: that they may is shown with the rules.
    state: "in_review",
    may: null,
    fields: claimId,
  },
  editChecksAction: {
    ...anAuthorDoes,
    fields: ({ claim, version }) => ({ claimId: claim.id, version, searchNote: "Looked elsewhere." }),
  },
  recordReplyAction: {
    ...anAuthorDoes,
    fields: ({ claim }) => ({ claimId: claim.id, asked: "NATO", via: "e-mail", askedOn: "2026-01-20" }),
  },
  editReplyAction: {
    ...anAuthorDoes,
    fields: ({ replyId }) => ({
      ...{ replyId, version: 1, asked: "NATO", via: "telephone", askedOn: "2026-01-20" },
      outcome: "declined",
    }),
  },
  removeReplyAction: {
    refused: { ...anAuthorDoes.refused, editor: NOT_YOUR_REPLY, admin: NOT_YOUR_REPLY },
    may: "author",
    fields: ({ replyId }) => ({ replyId }),
  },
  dismissClaimAction: {
    ...anAuthorDoes,
    fields: ({ claim }) => ({ claimId: claim.id, ground: "out_of_scope", reason: "Too far away." }),
  },
  reopenClaimAction: { ...anAuthorDoes, state: "dismissed", fields: claimId },
  prioritiseClaimAction: {
    ...anEditorDoes,
    // In somebody's hands: a free one would be the next that take.spec.ts is given.
    state: "in_review",
    fields: ({ claim }) => ({ claimId: claim.id, priority: 1 }),
  },
  // suggestions
  listWavedAwayAction: {
    ...anyMemberDoes,
    path: articlePage,
    fields: ({ article }) => ({ articleId: article.id }),
    changes: false,
  },
  waveAwayAction: {
    ...anyMemberDoes,
    path: articlePage,
    fields: ({ article }) => ({ articleId: article.id, words: article.text.slice(0, 4) }),
  },
  // Nothing was waved away: suggestions.spec.ts brings back what was.
  bringBackAction: {
    ...anyMemberDoes,
    path: articlePage,
    fields: ({ article }) => ({ articleId: article.id, words: article.text.slice(0, 4) }),
    changes: false,
  },
  // sources
  attachEvidenceAction: { ...anAuthorDoes, fields: ({ claim }) => ({ ...source, claimId: claim.id }) },
  editEvidenceAction: {
    ...anAuthorDoes,
    fields: ({ evidenceId }) => ({ ...source, evidenceId, version: 1 }),
  },
  keepCopyAction: {
    path: claimPage,
    fields: ({ sourceId }) => ({ sourceId }),
    ...anyMemberDoes,
  },
  // Without a copy there is nothing to choose in: lib/sources/commands.db.test.ts does it.
  chooseQuoteAction: {
    refused: { reporter: NOT_YOURS, reviewer: NOT_YOURS },
    may: null,
    fields: ({ evidenceId }) => ({ evidenceId, version: 1, snapshotId: evidenceId, start: 0, end: 4 }),
  },
  describeSourceAction: {
    path: ({ sourceId }) => `/desk/sources/${sourceId}`,
    fields: ({ sourceId }) => ({ sourceId, version: 1, title: "Said otherwise", kind: "primary" }),
    ...anyMemberDoes,
  },
  mergeSourcesAction: {
    path: ({ sourceId }) => `/desk/sources/${sourceId}`,
    fields: ({ sourceId, otherSourceId }) => ({ sourceId, intoId: otherSourceId }),
    ...anEditorDoes,
  },
  replaceAddressAction: { ...anAuthorDoes, path: tasksPage, fields: ({ taskId }) => ({ taskId }) },
  // archives
  // Without keys there is no archive: lib/archives/commands.db.test.ts has one.
  archiveCopyAction: {
    refused: {},
    may: null,
    path: ({ sourceId }) => `/desk/sources/${sourceId}`,
    fields: ({ sourceId }) => ({ snapshotId: sourceId }),
  },
  // watch
  // Nobody answers at the page, and a look is a job: lib/watch/commands.db.test.ts asks for one.
  askCheckAction: {
    refused: {},
    may: null,
    path: ({ sourceId }) => `/desk/sources/${sourceId}`,
    fields: ({ sourceId }) => ({ sourceId }),
  },
  letStandAction: {
    ...anAuthorDoes,
    path: tasksPage,
    fields: ({ taskId }) => ({ taskId, reason: "The document itself did not change." }),
  },
  wantCorrectionAction: {
    ...anEditorDoes,
    state: "published",
    path: tasksPage,
    fields: ({ taskId }) => ({ taskId }),
  },
  // tips: an error reported is not there for who cannot correct it
  takeTipAction: { ...tipsAreAnEditors, fields: ({ tips }) => ({ tipId: tips.fresh }) },
  releaseTipAction: { ...tipsAreAnEditors, fields: ({ tips }) => ({ tipId: tips.taken }) },
  settleTipAction: {
    ...tipsAreAnEditors,
    fields: ({ tips }) => ({ tipId: tips.taken, tipState: "no_change", reason: "It is right." }),
  },
  reopenTipAction: { ...tipsAreAnEditors, fields: ({ tips }) => ({ tipId: tips.settled }) },
  answerTipAction: {
    ...tipsAreAnEditors,
    fields: ({ tips }) => ({ tipId: tips.taken, tipAnswer: "Thank you." }),
  },
  // A report is nothing to make a claim of: tips.spec.ts does both with a claim that was sent in.
  checkTipAction: {
    ...tipsAreAnEditors,
    refused: { ...tipsAreAnEditors.refused, editor: GONE },
    may: null,
    fields: ({ tips }) => ({ tipId: tips.taken }),
  },
  answerWithCheckAction: {
    ...tipsAreAnEditors,
    refused: { ...tipsAreAnEditors.refused, editor: GONE },
    may: null,
    fields: ({ tips, claim }) => ({ tipId: tips.taken, claimId: claim.id }),
  },
  eraseAddressAction: { ...tipsAreAnEditors, fields: ({ tips }) => ({ tipId: tips.taken }) },
  removeEvidenceAction: {
    ...anAuthorDoes,
    fields: ({ evidenceId }) => ({ evidenceId, version: 1 }),
  },
  recordSightingAction: {
    ...seeingIsAnEditors,
    fields: ({ evidenceId }) => ({ evidenceId, version: 1 }),
  },
  // Nothing was said yet: lib/sightings/commands.db.test.ts takes back what was.
  takeBackSightingAction: {
    ...seeingIsAnEditors,
    fields: ({ evidenceId }) => ({ evidenceId }),
    changes: false,
  },
  // One piece has no other order: evidence-order.spec.ts moves some.
  orderEvidenceAction: {
    ...anAuthorDoes,
    may: null,
    fields: ({ claim, evidenceId }) => ({ claimId: claim.id, evidenceIds: evidenceId }),
  },
  // reviews
  takeNextAction: { ...aReviewerDoes, path: () => "/desk/queue", may: null, state: "queued" },
  takeClaimAction: { ...aReviewerDoes, state: "queued", fields: claimId },
  releaseClaimAction: { ...aReviewerDoes, state: "in_review", fields: claimId },
  extendLeaseAction: { ...aReviewerDoes, state: "in_review", fields: claimId },
  giveOpinionAction: { ...aReviewerDoes, state: "in_review", fields: opinion },
  returnClaimAction: {
    ...aReviewerDoes,
    state: "in_review",
    fields: ({ claim }) => ({ claimId: claim.id, reason: "A source is missing." }),
  },
  // who does what next
  assignClaimAction: {
    ...anEditorDoes,
    state: "queued",
    fields: ({ claim, reviewer }) => ({ claimId: claim.id, memberId: reviewer.id }),
  },
  unassignClaimAction: { ...anEditorDoes, state: "queued", fields: claimId, changes: false },
  snoozeClaimAction: {
    ...aReviewerDoes,
    state: "queued",
    fields: ({ claim }) => ({
      claimId: claim.id,
      until: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10),
    }),
  },
  wakeClaimAction: { ...aReviewerDoes, state: "queued", fields: claimId, changes: false },
  // Refused as a whole for nobody: each claim says for itself whether it was done (lib/bulk/commands.db.test.ts).
  bulkAction: {
    ...anyMemberDoes,
    state: "queued",
    path: () => "/desk/queue",
    fields: ({ claim }) => ({ act: "publish", claims: `${claim.id}.1` }),
    changes: false,
  },
  undoBulkAction: {
    ...anyMemberDoes,
    state: "queued",
    path: () => "/desk/queue",
    fields: ({ claim }) => ({
      act: "assign",
      items: JSON.stringify([{ claimId: claim.id, seen: "1", before: null }]),
    }),
    changes: false,
  },
  saveViewAction: {
    ...anyMemberDoes,
    path: () => "/desk/queue",
    fields: () => ({ name: "Trade", query: "view=all&topic=trade" }),
  },
  deleteViewAction: {
    path: () => "/desk/queue",
    // Somebody else's view is as if it were not there.
    fields: ({ viewId }) => ({ viewId }),
    refused: { reporter: GONE, reviewer: GONE, editor: GONE, admin: GONE },
    may: "author",
  },
  // comments
  addCommentAction: {
    ...anyMemberDoes,
    fields: ({ claim }) => ({ claimId: claim.id, body: "Who says so?" }),
  },
  editCommentAction: {
    ...aWriterDoes,
    fields: ({ commentId }) => ({ commentId, version: 1, body: "Said otherwise." }),
  },
  deleteCommentAction: { ...aWriterDoes, fields: ({ commentId }) => ({ commentId }) },
  resolveThreadAction: { ...anyMemberDoes, fields: ({ commentId }) => ({ threadId: commentId }) },
  reopenThreadAction: { ...anyMemberDoes, fields: ({ resolvedId }) => ({ threadId: resolvedId }) },
  readThreadsAction: { ...anyMemberDoes, fields: ({ commentId }) => ({ threadIds: commentId }) },
  // notifications: everybody's are their own; comments.spec.ts tries another's
  readNotificationAction: {
    ...anyMemberDoes,
    path: notificationsPage,
    fields: ({ notificationId }) => ({ notificationId }),
    may: "author",
  },
  readAllNotificationsAction: {
    ...anyMemberDoes,
    path: notificationsPage,
    fields: () => ({ until: new Date().toISOString() }),
    may: "author",
  },
  editMailSettingsAction: {
    ...anyMemberDoes,
    path: () => "/desk/notifications/settings",
    fields: () => ({ direct: "never", other: "never" }),
  },
  // publishing
  publishClaimAction: { ...anEditorDoes, state: "ready", fields: claimId },
  correctClaimAction: {
    ...anEditorDoes,
    state: "published",
    fields: ({ claim }) => ({
      claimId: claim.id,
      version: 1,
      type: "typo",
      reason: "A letter was missing.",
      statement: "NATO was founded in 1949, in April.",
      ratingId: claim.ratings.true ?? "",
      conclusion: `Concluded by ${claim.first.name}.`,
      rationale: `Reasoned by ${claim.first.name}.`,
    }),
  },
  withdrawClaimAction: {
    ...anEditorDoes,
    state: "published",
    fields: ({ claim }) => ({ claimId: claim.id, reason: "The source was a parody." }),
  },
  // No other language is offered in the newsroom everybody shares: an editor is refused too.
  publishTranslationAction: {
    ...anEditorDoes,
    may: null,
    state: "published",
    fields: ({ claim }) => ({
      claimId: claim.id,
      language: "fr",
      number: 1,
      version: 0,
      statement: "Dit autrement.",
      conclusion: "En bref.",
      rationale: "En détail.",
    }),
  },
  removeTranslationAction: {
    ...anEditorDoes,
    may: null,
    state: "published",
    fields: ({ claim }) => ({ claimId: claim.id, language: "fr", version: 1 }),
  },
  // scales: setup.spec.ts changes one, in a newsroom of its own, and lib/verdicts tests what each does
  draftScaleAction: { ...anAdminDoes, may: null, path: ratingsPage, fields: () => ({}) },
  renameScaleAction: {
    ...anAdminDoes,
    may: null,
    path: ratingsPage,
    fields: () => ({ ...SCALE, name: "Taken over" }),
  },
  addRatingAction: { ...anAdminDoes, may: null, path: ratingsPage, fields: () => ({ ...SCALE, ...RATING }) },
  editRatingAction: {
    ...anAdminDoes,
    may: null,
    path: ratingsPage,
    fields: () => ({ ...SCALE, ...RATING, ratingId: NOBODY }),
  },
  retireRatingAction: {
    ...anAdminDoes,
    may: null,
    path: ratingsPage,
    fields: () => ({ ...SCALE, ratingId: NOBODY, retired: "yes" }),
  },
  moveRatingAction: {
    ...anAdminDoes,
    may: null,
    path: ratingsPage,
    fields: () => ({ ...SCALE, ratingId: NOBODY, move: "up" }),
  },
  addProblemAction: {
    ...anAdminDoes,
    may: null,
    path: ratingsPage,
    fields: () => ({ ...SCALE, ...PROBLEM }),
  },
  editProblemAction: {
    ...anAdminDoes,
    may: null,
    path: ratingsPage,
    fields: () => ({ ...SCALE, ...PROBLEM, problemId: NOBODY }),
  },
  removeProblemAction: {
    ...anAdminDoes,
    may: null,
    path: ratingsPage,
    fields: () => ({ ...SCALE, problemId: NOBODY }),
  },
  putScaleIntoUseAction: { ...anAdminDoes, may: null, path: ratingsPage, fields: () => SCALE },
  discardScaleAction: { ...anAdminDoes, may: null, path: ratingsPage, fields: () => SCALE },
  translateTermAction: {
    ...anAdminDoes,
    may: null,
    path: ratingsPage,
    fields: () => ({ termId: NOBODY, language: "fr", version: 0, label: "Faux", definition: "Non." }),
  },
  // members
  inviteMemberAction: {
    ...anAdminDoes,
    path: () => "/desk/settings/members/new",
    fields: () => ({ email: `${unique()}@e2e.example`, role: "admin" }),
  },
  // Of nobody: lib/invitations/commands.db.test.ts renews and withdraws some that there are.
  renewInvitationAction: {
    ...anAdminDoes,
    may: null,
    path: () => "/desk/settings/members",
    fields: () => ({ invitationId: NOBODY }),
  },
  withdrawInvitationAction: {
    ...anAdminDoes,
    may: null,
    path: () => "/desk/settings/members",
    fields: () => ({ invitationId: NOBODY }),
  },
  makeResetLinkAction: {
    ...anAdminDoes,
    path: memberPage,
    fields: ({ target }) => ({ memberId: target.id }),
  },
  editMemberAction: {
    ...anAdminDoes,
    path: memberPage,
    fields: ({ target }) => ({ memberId: target.id, version: 1, name: "Renamed", role: "admin" }),
  },
  disableMemberAction: {
    ...anAdminDoes,
    path: memberPage,
    fields: ({ target }) => ({ memberId: target.id }),
  },
  // Switching on somebody who is on is refused to an admin too: settings.spec.ts switches one off and on.
  enableMemberAction: {
    ...anAdminDoes,
    may: null,
    path: memberPage,
    fields: ({ target }) => ({ memberId: target.id }),
  },
  // The target is on, and only accounts that are off are erased: settings.spec.ts erases one.
  eraseMemberAction: {
    ...onlyAdminsSeeIt,
    may: null,
    path: memberPage,
    fields: ({ target }) => ({ memberId: target.id, typedEmail: "nobody@desk.example" }),
  },
  // Nobody of these wrote: people.spec.ts finds and erases somebody who did.
  findPersonAction: {
    ...onlyAdminsSeeIt,
    may: null,
    path: peoplePage,
    fields: () => ({ personEmail: "nobody@home.example" }),
  },
  erasePersonAction: {
    ...onlyAdminsSeeIt,
    may: null,
    path: peoplePage,
    fields: () => ({ tipId: NOBODY, typedEmail: "nobody@home.example", erasureReason: "Asked for it." }),
  },
  // It is everybody's newsroom: the tests beside this one go on in it.
  editNewsroomAction: {
    ...anAdminDoes,
    may: null,
    path: () => "/desk/settings",
    fields: () => ({
      version: 1,
      name: "Taken over",
      timeZone: "UTC",
      locale: "en-GB",
      opinionsRequired: 1,
      minSources: 0,
      leaseMinutes: 15,
      assignmentHours: 24,
      contactDays: 90,
    }),
  },
  // It is everybody's newsroom here too: policies.spec.ts saves.
  savePolicyAction: {
    ...anEditorDoes,
    may: null,
    path: () => "/desk/settings/policies",
    fields: () => ({ policy: "people", basedOn: 0, policyText: "Taken over" }),
  },
  translatePolicyAction: {
    ...anEditorDoes,
    may: null,
    path: () => "/desk/settings/policies",
    fields: () => ({ policy: "people", language: "fr", number: 1, basedOn: 0, policyText: "Repris" }),
  },
  editAccountAction: {
    ...anyMemberDoes,
    path: accountPage,
    fields: () => ({ locale: "" }),
  },
  // the history: one look at a time is under way; lib/history/commands.db.test.ts has it done
  verifyNowAction: { ...anAdminDoes, may: null, path: () => "/desk/audit", fields: () => ({}) },
  // feeds
  addFeedAction: {
    ...anEditorDoes,
    path: () => "/desk/feeds",
    fields: () => ({ feedUrl: `https://${unique()}.example/feed.xml`, feedWords: "tax" }),
  },
  // There is none of this id: feeds.spec.ts changes and removes one.
  editFeedAction: {
    ...anEditorDoes,
    may: null,
    path: () => "/desk/feeds",
    fields: () => ({ feedId: NOBODY, feedWords: "", isOn: "yes" }),
  },
  removeFeedAction: {
    ...anEditorDoes,
    may: null,
    path: () => "/desk/feeds",
    fields: () => ({ feedId: NOBODY }),
  },
  // files of checks: of this id there is none; check-files.spec.ts sends one, which these calls cannot
  sendFileAction: {
    ...onlyAdminsSeeIt,
    may: null,
    path: checksPage,
    fields: () => ({ fileUse: "archive" }),
  },
  chooseRatingsAction: {
    ...onlyAdminsSeeIt,
    may: null,
    path: checksPage,
    fields: () => ({ fileId: NOBODY, label: "Pants on Fire", ratingId: NOBODY }),
  },
  importFileRowsAction: {
    ...onlyAdminsSeeIt,
    may: null,
    path: checksPage,
    fields: () => ({ fileId: NOBODY }),
  },
  lookAgainAction: { ...onlyAdminsSeeIt, may: null, path: checksPage, fields: () => ({ fileId: NOBODY }) },
  removeFileAction: { ...onlyAdminsSeeIt, may: null, path: checksPage, fields: () => ({ fileId: NOBODY }) },
  // webhooks: of this id there is none; lib/webhooks/commands.db.test.ts goes through the life of one
  addWebhookAction: {
    ...anAdminDoes,
    path: webhooksPage,
    fields: () => ({ webhookUrl: `https://${unique()}.example/hook`, tellPublished: "yes" }),
  },
  editWebhookAction: {
    ...anAdminDoes,
    may: null,
    path: webhooksPage,
    fields: () => ({
      webhookId: NOBODY,
      version: "1",
      webhookUrl: "https://cms.example/hook",
      tellPublished: "yes",
    }),
  },
  renewWebhookSecretAction: {
    ...anAdminDoes,
    may: null,
    path: webhooksPage,
    fields: () => ({ webhookId: NOBODY }),
  },
  switchWebhookAction: {
    ...anAdminDoes,
    may: null,
    path: webhooksPage,
    fields: () => ({ webhookId: NOBODY, to: "off" }),
  },
  testWebhookAction: { ...anAdminDoes, may: null, path: webhooksPage, fields: () => ({ webhookId: NOBODY }) },
  removeWebhookAction: {
    ...anAdminDoes,
    may: null,
    path: webhooksPage,
    fields: () => ({ webhookId: NOBODY }),
  },
  resendDeliveryAction: {
    ...anAdminDoes,
    may: null,
    path: webhooksPage,
    fields: () => ({ deliveryId: NOBODY }),
  },
  // tokens: everybody's are their own; here the password is wrong, and tokens.spec.ts makes one and revokes it
  createTokenAction: {
    ...anyMemberDoes,
    may: null,
    path: tokensPage,
    fields: () => ({ name: "ci", days: "30", scopeRead: "yes", password: "not the password" }),
  },
  revokeTokenAction: {
    refused: { author: GONE, reporter: GONE, reviewer: GONE, editor: GONE, admin: GONE },
    may: null,
    path: tokensPage,
    fields: () => ({ tokenId: NOBODY }),
  },
  // One's own alone: lib/account tests what ends, and that somebody else's does not.
  endSessionAction: {
    ...anyMemberDoes,
    may: null,
    path: accountPage,
    fields: () => ({ sessionId: NOBODY }),
  },
  // two-factor: lib/two-factor tests what counts; a code that is none is refused to everybody
  beginTwoFactorAction: {
    ...anyMemberDoes,
    may: null,
    path: accountPage,
    fields: () => ({ password: "not the password" }),
  },
  confirmTwoFactorAction: {
    ...anyMemberDoes,
    may: null,
    path: accountPage,
    fields: () => ({ code: "123456" }),
  },
  renewBackupCodesAction: {
    ...anyMemberDoes,
    may: null,
    path: accountPage,
    fields: () => ({ code: "123456" }),
  },
  turnOffTwoFactorAction: {
    ...anyMemberDoes,
    may: null,
    path: accountPage,
    fields: () => ({ proof: "none" }),
  },
  // passkeys: lib/passkeys tests what counts; here the password is wrong, and nothing was asked for
  beginPasskeyAction: {
    ...anyMemberDoes,
    may: null,
    path: accountPage,
    fields: () => ({ password: "not the password" }),
  },
  addPasskeyAction: {
    ...anyMemberDoes,
    may: null,
    path: accountPage,
    fields: () => ({
      name: "Phone",
      made: JSON.stringify({ id: "AAAA", response: { clientDataJSON: "AAAA", attestationObject: "AAAA" } }),
    }),
  },
  removePasskeyAction: {
    refused: { author: GONE, reporter: GONE, reviewer: GONE, editor: GONE, admin: GONE },
    may: null,
    path: accountPage,
    fields: () => ({ passkeyId: NOBODY }),
  },
  // accounts at the provider: the password is wrong, and nobody has one
  beginLinkingAction: {
    ...anyMemberDoes,
    may: null,
    path: accountPage,
    fields: () => ({ password: "not the password" }),
  },
  unlinkProviderAction: {
    refused: { author: GONE, reporter: GONE, reviewer: GONE, editor: GONE, admin: GONE },
    may: null,
    path: accountPage,
    fields: () => ({ issuer: "https://login.desk.example" }),
  },
  handOverAction: {
    ...anEditorDoes,
    may: null,
    path: memberPage,
    fields: ({ target, editor }) => ({ memberId: target.id, toId: editor.id }),
  },
  removeTwoFactorAction: {
    ...anAdminDoes,
    may: null,
    path: memberPage,
    fields: ({ target }) => ({ memberId: target.id }),
  },
  editProfileAction: {
    ...anyMemberDoes,
    changes: false,
    path: accountPage,
    fields: () => ({ version: 1, name: "Somebody", bio: "Checks figures." }),
  },
  endOtherSessionsAction: { ...anyMemberDoes, changes: false, path: accountPage, fields: () => ({}) },
  changePasswordAction: {
    ...anyMemberDoes,
    may: null,
    path: accountPage,
    fields: () => ({ password: "not the password", newPassword: "a password of some length" }),
  },
  // shortcuts: everybody's are their own
  changeShortcutAction: {
    ...anyMemberDoes,
    path: shortcutsPage,
    fields: () => ({ command: "claim.next", key: "x" }),
  },
  resetShortcutsAction: { ...anyMemberDoes, path: shortcutsPage, fields: () => ({}) },
  switchShortcutsAction: { ...anyMemberDoes, path: shortcutsPage, fields: () => ({ shortcuts: "off" }) },
  setUpAction: {
    path: () => "/login",
    fields: () => ({
      newsroomName: "Taken over",
      timeZone: "UTC",
      name: "Intruder",
      email: `${unique()}@e2e.example`,
      password: "a password of some length",
    }),
    refused: { author: SET_UP, reporter: SET_UP, reviewer: SET_UP, editor: SET_UP, admin: SET_UP },
    may: null,
  },
};

/** For everybody: who is signed in, or holds a link that lets somebody in, is what they are about. */
export const OPEN_ACTIONS = [
  "signInAction",
  "signInAgainAction",
  "finishSignInAction",
  "finishSignInAgainAction",
  "startSignInOverAction",
  "beginPasskeySignInAction",
  "signInByPasskeyAction",
  "signOutAction",
  "acceptInvitationAction",
  "askForLinkAction",
  "resetPasswordAction",
  "signInByLinkAction",
];

/** For readers: e2e/tips.spec.ts sends what they send. */
export const READERS_ACTIONS = ["reportErrorAction", "sendClaimAction"];

/** An actor as a test needs one. */
const person = (role: Role): Promise<Actor> => makeMember({ role });
const unique = (): string => randomUUID().slice(-8);

/** What the evidence cites, and another source. */
async function sourcesOf(
  evidenceId: string,
  author: Actor,
): Promise<Pick<ActionWorld, "sourceId" | "otherSourceId">> {
  if (evidenceId === "") return { sourceId: "", otherSourceId: "" };
  const elsewhere = await makeClaim({ author });
  const other = await makeEvidence({ actor: author, claimId: elsewhere.id });
  return { sourceId: await sourceOf(evidenceId), otherSourceId: await sourceOf(other.id) };
}

/** Somebody of each kind. */
export async function makeActors(): Promise<People> {
  return {
    author: await person("reporter"),
    reporter: await person("reporter"),
    reviewer: await person("reviewer"),
    editor: await person("editor"),
    admin: await person("admin"),
  };
}

/** All that an action could be about. */
export async function makeActionWorld({
  state = "draft",
  isReworded = false,
  isConfidential = false,
  hasTips = false,
  people,
}: Pick<ActionRow, "state" | "isReworded" | "isConfidential" | "hasTips"> & {
  people: People;
}): Promise<ActionWorld> {
  const { author, reviewer: first, editor } = people;
  // Nobody answers there: what is done to it is what counts here.
  const article = await makeArticle({ actor: author, sourceUrl: "http://127.0.0.1:1/" });
  const claim = await makeClaim({ state, article, author, editor, ...(state === "in_review" && { first }) });
  const replyId =
    state === "draft"
      ? (await recordReply({ actor: author, claimId: claim.id, ...ASKED })).id
      : "01890000-0000-7000-8000-000000000000";
  const visibility = isConfidential ? "confidential" : "public";
  const evidenceId =
    state === "draft"
      ? (await makeEvidence({ actor: author, claimId: claim.id, visibility })).id
      : await evidenceOf(claim.id);
  const { version } = await db.claim.findUniqueOrThrow({
    where: { id: claim.id },
    select: { version: true },
  });
  if (isReworded) await revise(article.id, article.text.replace("in 1949", "in 1950"), { actor: author });
  const { id: passageId } = await db.passage.findFirstOrThrow({
    where: { claimId: claim.id, isCurrent: true },
  });
  const read = await makeImport({ member: author });
  const readAgain = await makeImport({ member: author, articleId: article.id });
  const failed = await makeFailedImport({ member: author });
  const target = await person("reporter");
  const now = new Date();
  const comment = { actor: author, claimId: claim.id, now };
  const { id: commentId } = await addComment({ ...comment, body: "Is it so?" });
  const { id: resolvedId } = await addComment({ ...comment, body: "It was." });
  await resolveThread({ actor: author, threadId: resolvedId, now });
  await addComment({ actor: target, claimId: claim.id, body: "I wonder.", now });
  const { id: notificationId } = await db.notification.findFirstOrThrow({
    where: { memberId: author.id, kind: "claim_comment", claimId: claim.id },
  });
  const { id: viewId } = await saveView({ actor: author, name: "Mine", query: "view=mine" });
  return {
    ...people,
    viewId,
    article,
    claim,
    evidenceId,
    replyId,
    ...(await sourcesOf(evidenceId, author)),
    taskId: await movedTask(claim.id),
    tips: hasTips ? await tipsOf(editor) : { fresh: NOBODY, taken: NOBODY, settled: NOBODY },
    version,
    target,
    read,
    readAgain,
    failed,
    passageId,
    commentId,
    resolvedId,
    notificationId,
  };
}

async function evidenceOf(claimId: string): Promise<string> {
  return (await db.evidence.findFirst({ where: { claimId }, select: { id: true } }))?.id ?? "";
}

async function tipsOf(editor: Actor): Promise<ActionWorld["tips"]> {
  const { id: claimId } = await makeClaim({ state: "published" });
  const made = async () => (await makeTip({ claimId, email: "ana@paper.example" })).id;
  const [fresh, taken, settled] = [await made(), await made(), await made()];
  const now = new Date();
  for (const tipId of [taken, settled]) await takeTip({ actor: editor, tipId, now });
  await settleTip({ actor: editor, tipId: settled, tipState: "done", reason: null, now });
  return { fresh, taken, settled };
}

async function movedTask(claimId: string): Promise<string> {
  const cited = await db.evidence.findFirst({ where: { claimId }, select: { id: true } });
  if (!cited) return "";
  const movedTo = `https://moved.example/${unique()}`;
  const found = { evidenceId: cited.id, finding: "moved", movedTo, raisedAt: new Date() } as const;
  return (await db.sourceTask.create({ data: found, select: { id: true } })).id;
}

/** All that an action could have changed, but for when somebody was last seen. */
export async function lookAt({ article, claim, target, ...world }: ActionWorld) {
  const actorId = { in: PEOPLE.map((who) => world[who].id) };
  const [row, text, member, newsroom, events, imports, settings, mail, views, tips] = await Promise.all([
    db.claim.findUnique({
      where: { id: claim.id },
      include: {
        evidence: { include: { tasks: true, sightings: true } },
        reviews: true,
        verdicts: true,
        publications: true,
        replyRequests: true,
        queueEntry: true,
        passages: true,
        comments: { include: { versions: true, reads: true } },
        notifications: true,
        snoozes: true,
      },
    }),
    db.article.findUnique({ where: { id: article.id } }),
    db.member.findUnique({ where: { id: target.id } }),
    db.newsroom.findUnique({ where: { id: 1 } }),
    db.auditEvent.count({ where: { actorId } }),
    db.import.count({ where: { memberId: actorId } }),
    db.memberSettings.findMany({ where: { memberId: actorId } }),
    db.mailSettings.findMany({ where: { memberId: actorId } }),
    db.savedView.findMany({ where: { memberId: actorId } }),
    db.tip.findMany({ where: { id: { in: Object.values(world.tips) } }, orderBy: { id: "asc" } }),
  ]);
  return { row, text, member, newsroom, events, imports, settings, mail, views, tips };
}
