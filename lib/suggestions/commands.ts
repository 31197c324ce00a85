import { recordAudit } from "#lib/audit/commands.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { sentenceKey } from "#lib/suggesting/sentence-key.ts";
import type { SuggestionInput } from "./schema.ts";

/** Who does it, and when. */
type By = { actor: Actor; now?: Date };

/** Says for the whole desk that a sentence is not worth checking. Once it is said, saying it again does nothing. */
export async function waveAway({
  actor,
  now = new Date(),
  articleId,
  words,
}: SuggestionInput & By): Promise<void> {
  insist(forbidden(actor, "claim.create"));
  await db.$transaction(async (tx) => {
    await refuseStrangeWords(tx, { articleId, words });
    // Of two who wave at once, one writes the row.
    const { count } = await tx.wavedSuggestion.createMany({
      data: [{ articleId, sentenceKey: sentenceKey(words), wavedById: actor.id, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordAudit(tx, { actor, action: "suggestion.waved_away", articleId, data: { words } });
  });
}

/** Takes it back: the sentence may be suggested again. */
export async function bringBack({ actor, articleId, words }: SuggestionInput & By): Promise<void> {
  insist(forbidden(actor, "claim.create"));
  await db.$transaction(async (tx) => {
    const { count } = await tx.wavedSuggestion.deleteMany({
      where: { articleId, sentenceKey: sentenceKey(words) },
    });
    if (count === 0) return;
    await recordAudit(tx, { actor, action: "suggestion.brought_back", articleId, data: { words } });
  });
}

/** History must not keep words as the article's that were never in it. */
async function refuseStrangeWords(tx: Tx, { articleId, words }: SuggestionInput): Promise<void> {
  const revision = await tx.revision.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { text: true },
  });
  if (!revision) throw new AppError("not_found");
  if (!revision.text.includes(words)) throw new AppError("passage_outside_text");
}
