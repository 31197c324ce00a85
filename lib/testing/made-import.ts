import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { importText } from "#lib/importing/import-article.ts";

/** An import that was read and waits for a person: of a new article, or of the next text of one. */
export async function makeImport({
  member,
  text = "The council met on Tuesday. It voted for the tunnel.",
  articleId = null,
}: {
  member: Actor;
  text?: string;
  articleId?: string | null;
}): Promise<{ id: string }> {
  const result = importText(text);
  const data = {
    kind: "text",
    state: "ready",
    memberId: member.id,
    articleId,
    finishedAt: new Date(),
  } as const;
  return db.import.create({ data: { ...data, result }, select: { id: true } });
}

/** An import that failed, with an address where nobody answers. */
export function makeFailedImport({ member }: { member: Actor }): Promise<{ id: string }> {
  const failure = { reason: "fetch_unreachable", values: {} };
  const data = { kind: "url", state: "failed", url: "http://127.0.0.1:1/", memberId: member.id } as const;
  return db.import.create({ data: { ...data, failure, finishedAt: new Date() }, select: { id: true } });
}

/** A file of checks that an admin sent, with one row that would come in. */
export function makeCheckFile({ member }: { member: Actor }): Promise<{ id: string }> {
  const bytes = new TextEncoder().encode(
    "claim,url,rating\nThe moon is green,https://checks.example/moon,False\n",
  );
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const now = new Date();
  const row = {
    number: 1,
    outcome: "new",
    statement: "The moon is green",
    url: "https://checks.example/moon",
  };
  return db.checkFile.create({
    data: {
      ...{ use: "checked_before", state: "shown", name: "checks.csv", size: bytes.byteLength, sha256 },
      ...{ content: Uint8Array.from(gzipSync(bytes)), memberId: member.id },
      ...{ createdAt: now, shownAt: now, touchedAt: now },
      rows: { create: { ...row, publisher: "checks.example", ratingLabel: "False" } },
    },
    select: { id: true },
  });
}
