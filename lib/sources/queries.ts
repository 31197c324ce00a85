import { type Db, db as pool } from "#lib/db/client.ts";
import { dayFrom } from "#lib/db/days.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { escapeLike, searchWords } from "#lib/db/search.ts";
import { sourceAddress } from "./rules.ts";
import type { SourceKind } from "./values.ts";

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

/** The source kept under this address, however it was typed. Null when there is none, or it is no address. */
export async function findSourceByUrl(url: string, db: Db = pool): Promise<SourceView | null> {
  if (!URL.canParse(url)) return null;
  const row = await db.source.findUnique({ where: { url: sourceAddress(url) }, select: sourceFields });
  return row && toSourceView(row);
}

/** Enough to choose from while typing. */
const SUGGESTIONS = 8;

/** Sources whose title begins like this, newest first, at most 8. */
export async function listSources(prefix: string, db: Db = pool): Promise<SourceView[]> {
  const words = searchWords(prefix);
  if (!words) return [];
  const rows = await db.source.findMany({
    where: { title: { startsWith: escapeLike(words), mode: "insensitive" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: SUGGESTIONS,
    select: sourceFields,
  });
  return rows.map(toSourceView);
}
