import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { z } from "zod";

// What is sent to server actions by hand, where every one of them is tried: lib/action.db.test.ts, `npm run attack:xss`.

/** The id of nothing. */
export const NOBODY = "019c0000-0000-7000-8000-000000000000";
const SENTENCE = "Said otherwise.";

/** Something that fits, for each field of any action. What is made for a test takes its place. */
export const FITTING = {
  act: "snooze",
  alt: "",
  answer: "",
  archiveUrl: "",
  articleId: NOBODY,
  asked: "NATO",
  askedOn: "2026-01-20",
  assignmentHours: "24",
  author: "",
  basedOn: "0",
  bio: SENTENCE,
  body: SENTENCE,
  byline: "",
  claimId: NOBODY,
  claimantKind: "person",
  claimantName: "Somebody",
  claims: `${NOBODY}.1`,
  code: "123456",
  command: "claim.next",
  commentId: NOBODY,
  conclusion: SENTENCE,
  contactDays: "90",
  days: "30",
  deadlineAt: "",
  definition: SENTENCE,
  deliveryId: NOBODY,
  direct: "never",
  display: "full",
  dropPasskeys: "yes",
  duplicateOf: "",
  duplicateOfId: "",
  email: "somebody@desk.example",
  embargoUntil: "",
  end: "4",
  erasureReason: SENTENCE,
  everyHours: "24",
  evidenceId: NOBODY,
  evidenceIds: NOBODY,
  feedId: NOBODY,
  feedUrl: "https://paper.example/feed.xml",
  feedWords: "tax",
  fileId: NOBODY,
  fileName: "",
  fileUse: "archive",
  from: "",
  fromEnd: "24",
  fromStart: "0",
  ground: "out_of_scope",
  halfIn: "made up",
  html: "",
  importId: NOBODY,
  interests: "",
  intoId: NOBODY,
  invitationId: NOBODY,
  isOn: "yes",
  items: JSON.stringify([{ claimId: NOBODY, seen: "1", before: null }]),
  kept: "0",
  key: "x",
  kind: "primary",
  label: "Made up",
  language: "en",
  leaseMinutes: "60",
  link: "",
  linkKey: "",
  locale: "fr",
  made: JSON.stringify({ id: "AAAA", response: { clientDataJSON: "AAAA", attestationObject: "AAAA" } }),
  memberId: NOBODY,
  minSources: "1",
  move: "up",
  name: "A name",
  newPassword: "another password of some length",
  newsroomName: "A paper",
  noPrimaryReason: "",
  noSnapshotReason: "",
  number: "1",
  note: "",
  notificationId: NOBODY,
  opinionsRequired: "2",
  origin: "own",
  other: "never",
  outcome: "awaiting",
  overrideItem: "",
  overrideReason: "",
  passageId: NOBODY,
  passkeyId: NOBODY,
  issuer: "https://login.desk.example",
  password: "a password of some length",
  personEmail: "somebody@desk.example",
  policy: "sources",
  policyText: SENTENCE,
  preset: "",
  priority: "1",
  problem: "fact",
  problemId: "",
  proof: "a password of some length",
  publishedOn: "",
  publisher: "",
  query: "view=all",
  quote: "",
  ratingId: NOBODY,
  rationale: SENTENCE,
  reach: "wide",
  readersAr: "yes",
  readersDe: "yes",
  readersEn: "yes",
  readersEs: "yes",
  readersFr: "yes",
  reason: SENTENCE,
  reliabilityNote: "",
  repairedAt: "2026-03-02T12:00:00.000Z",
  replyId: NOBODY,
  report: SENTENCE,
  retired: "yes",
  revisionId: NOBODY,
  role: "reporter",
  said: SENTENCE,
  saidOn: "",
  saidWhere: "",
  scaleId: NOBODY,
  scopeAll: "yes",
  scopeArticles: "yes",
  scopeAudit: "yes",
  scopeClaims: "yes",
  scopePublish: "yes",
  scopeRead: "yes",
  scopeReview: "yes",
  searchNote: "",
  sessionId: NOBODY,
  shortcuts: "on",
  signed: "made up",
  slug: "nothing",
  snapshotId: NOBODY,
  sourceId: NOBODY,
  sourceUrl: "",
  sourcesOfId: "",
  speaker: "",
  stamp: "",
  stance: "supports",
  start: "0",
  statement: SENTENCE,
  swap: "",
  taskId: NOBODY,
  termId: NOBODY,
  text: SENTENCE,
  threadId: NOBODY,
  threadIds: NOBODY,
  timeZone: "UTC",
  tipAnswer: SENTENCE,
  tipId: NOBODY,
  tipState: "done",
  title: "A title",
  tokenId: NOBODY,
  toId: NOBODY,
  tone: "false",
  topics: "",
  trap: "",
  type: "typo",
  typedEmail: "somebody@desk.example",
  until: "2026-03-05",
  url: "",
  value: "1",
  version: "1",
  via: "e-mail",
  viewId: NOBODY,
  visibility: "public",
  words: "NATO",
  tellCorrected: "yes",
  tellPublished: "yes",
  tellSubmitted: "yes",
  tellVerdict: "yes",
  tellWithdrawn: "yes",
  webhookId: NOBODY,
  webhookUrl: "https://cms.example/hook",
  to: "off",
} as const;
export type Field = keyof typeof FITTING;
export type Fields = Partial<Record<Field, string>>;

/** Fields that only go with another choice, or with something that is not here: sent alone when their turn comes. */
export const APART: Record<string, readonly Field[]> = {
  addCommentAction: ["articleId", "threadId"],
  attachEvidenceAction: ["fileName", "alt"],
  bulkAction: ["memberId"],
  changeShortcutAction: ["swap"],
  createClaimAction: ["duplicateOfId", "sourcesOfId"],
  editCardAction: ["duplicateOfId", "sourcesOfId"],
  editClaimAction: ["duplicateOfId", "sourcesOfId"],
};

/** What fits in one action only. */
export const OWN: Record<string, Fields> = {
  askForLinkAction: { kind: "reset" },
  editProblemAction: { problemId: NOBODY },
  importAddressAction: { url: "http://127.0.0.1:1/" },
  readAllNotificationsAction: { until: "2026-03-02T12:00:00.000Z" },
  removeProblemAction: { problemId: NOBODY },
};

/**
 * The fields of every action there is, as the schemas have them that it names. The lists are the code's own: actions as
 * lib/<noun>/actions.ts has them.
 */
export async function listActionFields(): Promise<Map<string, Map<Field, z.ZodType>>> {
  const modules = await Promise.all(
    globSync("lib/*/schema.ts").map((file) => import(resolve(file)) as Promise<Record<string, z.ZodType>>),
  );
  const schemas: Record<string, z.ZodType> = Object.assign({}, ...modules);
  const sources = globSync("lib/*/actions.ts").map((file) => readFileSync(file, "utf8"));
  const bodies = sources.flatMap((source) => source.split(/^(?=export async function )/m).slice(1));
  return new Map(
    bodies.map((body) => {
      const inputs = [...body.matchAll(/(\w+Input)\.parse/g)].flatMap(
        ([, input = ""]) => schemas[input] ?? [],
      );
      return [/function (\w+)/.exec(body)?.[1] ?? "", new Map(inputs.flatMap(fieldsOf))];
    }),
  );
}

/** A form's fields, however its schema is put together. */
function fieldsOf(schema: unknown): [Field, z.ZodType][] {
  const { def } = schema as { def: Record<string, unknown> & { type: string } };
  if (def.type === "object") return Object.entries(def.shape as object) as [Field, z.ZodType][];
  if (def.type === "union") return (def.options as unknown[]).flatMap(fieldsOf);
  return fieldsOf(def.in ?? def.innerType);
}
