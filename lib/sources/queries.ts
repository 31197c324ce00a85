import { type Actor, includesRole } from "#lib/auth/policy.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import { decodeCursor, instantAndId, type Page, pageOf } from "#lib/cursor.ts";
import { type Db, db as pool } from "#lib/db/client.ts";
import { dayFrom } from "#lib/db/days.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { escapeLike, searchWords } from "#lib/db/search.ts";
import { isId } from "#lib/input.ts";
import { type FileForm, formOf } from "#lib/snapshots/values.ts";
import { maySeeWhoBrought, sourceAddress, visibleEvidence, visibleSources, whoCited } from "./rules.ts";
import type { SourceKind, Stance, Visibility } from "./values.ts";

/** `publishedOn` is a calendar day, `YYYY-MM-DD`. */
export type SourceView = {
  id: string;
  url: string | null;
  title: string;
  publisher: string | null;
  author: string | null;
  publishedOn: string | null;
  kind: SourceKind;
  interests: string | null;
};

/** What every reader of a source needs of it. */
export const sourceFields = {
  id: true,
  url: true,
  title: true,
  publisher: true,
  author: true,
  publishedOn: true,
  kind: true,
  interests: true,
} satisfies Prisma.SourceSelect;

type SourceRow = Prisma.SourceGetPayload<{ select: typeof sourceFields }>;

export function toSourceView(row: SourceRow): SourceView {
  return { ...row, publishedOn: dayFrom(row.publishedOn) };
}

/** A source as the library lists it. */
export type SourceListItem = SourceView & {
  visibility: Visibility;
  createdAt: Date;
  /** In how many pieces of evidence that the viewer may see. */
  useCount: number;
  hasCopy: boolean;
  /** What its file is, where it is one. */
  form: FileForm | null;
};

const PAGE = { usual: 25, most: 100 } as const;

const NEWEST_FILE = [
  { uploadedAt: "desc" },
  { sha256: "asc" },
] satisfies Prisma.DocumentOrderByWithRelationInput[];

/** The library as this member may see it, newest first. A cursor that is none begins at the beginning. */
export async function listSources({
  viewer,
  kind,
  isFile,
  search,
  cursor,
  take = PAGE.usual,
  db = pool,
}: {
  viewer: Actor;
  kind?: SourceKind | undefined;
  /** Only what somebody attached as a file, or only the rest. */
  isFile?: boolean | undefined;
  search?: string | undefined;
  cursor?: string | undefined;
  take?: number;
  db?: Db;
}): Promise<Page<SourceListItem>> {
  const limit = Math.min(take, PAGE.most);
  const rows = await db.source.findMany({
    where: {
      AND: [visibleSources(viewer), holding(search), behind(cursor)],
      ...(kind && { kind }),
      ...(isFile !== undefined && { documents: isFile ? { some: {} } : { none: {} } }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: {
      ...sourceFields,
      visibility: true,
      createdAt: true,
      snapshots: { where: { state: "kept" }, take: 1, select: { id: true } },
      documents: { orderBy: NEWEST_FILE, take: 1, select: { contentType: true } },
      _count: { select: { evidence: { where: visibleEvidence(viewer) } } },
    },
  });
  const items = rows.map(({ snapshots, documents: [file], _count, createdAt, visibility, ...row }) => ({
    ...toSourceView(row),
    visibility,
    form: file ? formOf(file.contentType) : null,
    createdAt,
    useCount: _count.evidence,
    hasCopy: snapshots.length > 0,
  }));
  return pageOf(items, limit, ({ createdAt, id }) => [createdAt, id]);
}

/** All that hold what was typed in title, address or publisher. */
function holding(search: string | undefined): Prisma.SourceWhereInput {
  const words = searchWords(search);
  if (!words) return {};
  const contains = { contains: escapeLike(words), mode: "insensitive" } as const;
  const typed = URL.canParse(words) ? [{ url: sourceAddress(words) }] : [];
  return { OR: [{ title: contains }, { url: contains }, { publisher: contains }, ...typed] };
}

/** Said so that the index finds its place by the first line: a plain OR would read everything before it. */
function behind(cursor: string | undefined): Prisma.SourceWhereInput {
  const after = decodeCursor(cursor, instantAndId);
  if (!after) return {};
  const [createdAt, id] = after;
  return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] };
}

/** Enough to choose from while typing. */
const SUGGESTIONS = 6;

/**
 * Sources to choose from while a title or an address is typed, newest first, at most 6; none for nothing. None that is
 * confidential: what was said of it would be in a form that may be saved as public.
 */
export async function suggestSources(
  { viewer, typed }: { viewer: Actor; typed: string },
  db: Db = pool,
): Promise<SourceView[]> {
  if (searchWords(typed) === null) return [];
  const rows = await db.source.findMany({
    where: { visibility: "public", AND: [visibleSources(viewer), holding(typed)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: SUGGESTIONS,
    select: sourceFields,
  });
  return rows.map(toSourceView);
}

/** One use of a source. */
export type SourceUse = {
  id: string;
  stance: Stance;
  visibility: Visibility;
  quote: string | null;
  claim: { id: string; number: number; statement: string; state: ClaimState };
  article: { id: string; title: string };
};

/** A file that is a source. */
export type SourceFile = {
  sha256: string;
  fileName: string;
  form: FileForm;
  size: number;
  alt: string | null;
  uploadedAt: Date;
  /** Null of one that came in confidence; `fileName` is then the source's title. */
  uploadedByName: string | null;
  /** Its kept copy, once it was read. */
  snapshotId: string | null;
};

/** A source as its page shows it, with everywhere the viewer may know that it is used. */
export type SourceDetail = SourceView & {
  visibility: Visibility;
  reliabilityNote: string | null;
  version: number;
  createdAt: Date;
  /** Null of one that came in confidence. */
  createdByName: string | null;
  uses: SourceUse[];
  useCount: number;
  /** Files somebody attached, newest first. `alt`: what a picture shows. */
  files: SourceFile[];
  /** Sources that became one with it. For editors: others might learn of one that was cited in confidence. */
  merged: { id: string; title: string; url: string | null; mergedAt: Date; mergedByName: string }[];
};

/** More than any page shows at once; how many there are is told. */
const MOST_USES = 100;

/** Null when there is none, or the viewer may not know of it. */
export async function getSource(
  { id, viewer }: { id: string; viewer: Actor },
  db: Db = pool,
): Promise<SourceDetail | null> {
  if (!isId(id)) return null;
  const row = await db.source.findFirst({
    where: { AND: [{ id }, visibleSources(viewer)] },
    select: {
      ...sourceFields,
      visibility: true,
      reliabilityNote: true,
      version: true,
      createdAt: true,
      createdBy: { select: { id: true, name: true } },
      evidence: {
        where: visibleEvidence(viewer),
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: MOST_USES,
        select: {
          id: true,
          stance: true,
          visibility: true,
          quote: true,
          claim: {
            select: {
              id: true,
              number: true,
              statement: true,
              state: true,
              article: { select: { id: true, title: true } },
            },
          },
        },
      },
      documents: { orderBy: NEWEST_FILE, take: MOST_USES, select: fileFields },
      merged: {
        orderBy: { mergedAt: "desc" },
        take: MOST_USES,
        select: {
          id: true,
          title: true,
          url: true,
          mergedAt: true,
          mergedBy: { select: { name: true } },
        },
      },
      _count: { select: { evidence: { where: visibleEvidence(viewer) } } },
    },
  });
  if (!row) return null;
  // Apart from what the page shows of it, which is not all.
  const { evidence: cited } = await db.source.findUniqueOrThrow({
    where: { id },
    select: { evidence: whoCited(viewer) },
  });
  const isTold = (broughtById: string) => maySeeWhoBrought(viewer, { broughtById, cited });
  const {
    evidence,
    documents,
    merged,
    createdBy,
    _count,
    visibility,
    reliabilityNote,
    version,
    createdAt,
    ...source
  } = row;
  return {
    ...toSourceView(source),
    ...{ visibility, reliabilityNote, version, createdAt },
    createdByName: isTold(createdBy.id) ? createdBy.name : null,
    uses: evidence.map(({ claim: { article, ...claim }, ...use }) => ({ ...use, claim, article })),
    useCount: _count.evidence,
    files: documents.map((file) => toSourceFile(file, isTold(file.uploadedBy.id) ? null : source.title)),
    merged: includesRole(viewer.role, "editor")
      ? merged.map(({ mergedBy, ...one }) => ({ ...one, mergedByName: mergedBy.name }))
      : [],
  };
}

/** Those of the sources that a member may know of. */
export async function listVisibleIds(
  { ids, viewer }: { ids: readonly string[]; viewer: Actor },
  db: Db = pool,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.source.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visibleSources(viewer)] },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

const fileFields = {
  sha256: true,
  fileName: true,
  contentType: true,
  size: true,
  alt: true,
  uploadedAt: true,
  uploadedBy: { select: { id: true, name: true } },
  snapshots: { where: { state: "kept" }, take: 1, select: { id: true } },
} satisfies Prisma.DocumentSelect;

/** `instead`: what it is called where neither its name nor who brought it is told. */
function toSourceFile(
  {
    contentType,
    uploadedBy,
    snapshots: [copy],
    ...file
  }: Prisma.DocumentGetPayload<{ select: typeof fileFields }>,
  instead: string | null,
): SourceFile {
  return {
    ...file,
    form: formOf(contentType),
    fileName: instead ?? file.fileName,
    uploadedByName: instead === null ? uploadedBy.name : null,
    snapshotId: copy?.id ?? null,
  };
}

/** Evidence whose words are to be chosen, with where they stand now. */
export type QuotedEvidence = {
  id: string;
  version: number;
  claim: { id: string; number: number; statement: string };
  source: { id: string; title: string };
  quoteSnapshotId: string | null;
  quoteStart: number | null;
  quoteEnd: number | null;
};

/** Null when there is none, or the viewer may not know of it. */
export async function getQuotedEvidence(
  { id, viewer }: { id: string; viewer: Actor },
  db: Db = pool,
): Promise<QuotedEvidence | null> {
  if (!isId(id)) return null;
  return db.evidence.findFirst({
    where: { AND: [{ id }, visibleEvidence(viewer)] },
    select: {
      id: true,
      version: true,
      claim: { select: { id: true, number: true, statement: true } },
      source: { select: { id: true, title: true } },
      quoteSnapshotId: true,
      quoteStart: true,
      quoteEnd: true,
    },
  });
}

/** What a source became that was merged into another; null when it was not. */
export async function mergedInto(id: string, db: Db = pool): Promise<string | null> {
  if (!isId(id)) return null;
  const row = await db.mergedSource.findUnique({ where: { id }, select: { sourceId: true } });
  return row?.sourceId ?? null;
}
