import { changesBetween } from "#lib/audit/schema.ts";
import type { Tx } from "#lib/db/client.ts";
import { dayTo } from "#lib/db/days.ts";
import { type SourceView, sourceFields, toSourceView } from "./queries.ts";
import { sourceAddress } from "./rules.ts";
import type { Visibility } from "./values.ts";

/** What a form says of the source itself. */
export type SourceInput = Omit<SourceView, "id">;

/** The address a form gives, as it is kept. */
export function addressOf({ url }: SourceInput): string | null {
  return url === null ? null : sourceAddress(url);
}

/** What a form says, as the table has it. */
export function columnsOf(input: SourceInput) {
  const { title, publisher, author, publishedOn, kind, interests } = input;
  return {
    url: addressOf(input),
    title,
    publisher,
    author,
    publishedOn: dayTo(publishedOn),
    kind,
    interests,
  };
}

/** Locked until the transaction ends, so that nobody's words about the source are overwritten unseen. */
export async function lockSource(
  tx: Tx,
  id: string,
): Promise<{ source: SourceView; visibility: Visibility }> {
  await tx.$queryRaw`SELECT id FROM sources WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const { visibility, ...row } = await tx.source.findUniqueOrThrow({
    where: { id },
    select: { ...sourceFields, visibility: true },
  });
  return { source: toSourceView(row), visibility };
}

/** Writes what differs. All evidence that cites the source is then newer than any form that shows it. */
export async function writeSource(
  tx: Tx,
  {
    source,
    data,
    exceptEvidenceId,
  }: { source: SourceView; data: Omit<SourceView, "id">; exceptEvidenceId?: string },
): Promise<SourceView> {
  const { url, title, publisher, author, publishedOn, kind, interests } = data;
  const after = { url, title, publisher, author, publishedOn, kind, interests };
  if (Object.keys(changesBetween({ ...source }, after)).length === 0) return source;
  await tx.source.update({
    where: { id: source.id },
    data: { ...after, publishedOn: dayTo(publishedOn), version: { increment: 1 } },
    select: { id: true },
  });
  await tx.evidence.updateMany({
    where: { sourceId: source.id, ...(exceptEvidenceId !== undefined && { id: { not: exceptEvidenceId } }) },
    data: { version: { increment: 1 } },
  });
  return { id: source.id, ...after };
}
