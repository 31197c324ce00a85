import { createHash } from "node:crypto";
import { recordAudit } from "#lib/audit/commands.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { dayTo } from "#lib/db/days.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors.ts";
import { readStamp } from "#lib/guarding/form-stamp.ts";
import { type RateLimit, senderOf, withinLimit } from "#lib/guarding/rate-limit.ts";
import { notifyOfTip } from "#lib/notifications/commands.ts";
import { formRefusal } from "./rules.ts";
import type { ReportErrorInput, SendClaimInput } from "./schema.ts";

/** `from`: the network address it was sent from. */
type Sending = { from: string; now: Date };

const HOUR = 3_600_000;

/** Of one sender, and of all together: a flood of senders stays something a desk can read through. */
export const PER_SENDER: RateLimit = { name: "tips", most: 6, milliseconds: HOUR };
export const ALTOGETHER: RateLimit = { name: "all-tips", most: 120, milliseconds: HOUR };

/** Keeps that a reader finds a published claim wrong. Sent twice, it is one tip. */
export async function reportError({
  from,
  now,
  stamp,
  trap,
  ...input
}: ReportErrorInput & Sending): Promise<void> {
  insistOnForm({ stamp, trap, now });
  const { slug, problem, report, link, email } = input;
  const publication = await db.publication.findFirst({
    where: { slug, isCurrent: true, withdrawnAt: null },
    select: { claimId: true },
  });
  if (!publication) throw new AppError("not_found");
  const { claimId } = publication;
  await receive({ kind: "error", claimId, problem, words: report, link, email }, { stamp, from, now });
}

/** Keeps a claim that somebody asks the desk to check. Sent twice, it is one tip. */
export async function sendClaim({
  from,
  now,
  stamp,
  trap,
  ...input
}: SendClaimInput & Sending): Promise<void> {
  insistOnForm({ stamp, trap, now });
  const { said, speaker, link, saidOn, email } = input;
  const tip = {
    kind: "claim",
    words: said,
    claimantName: speaker,
    saidOn: dayTo(saidOn),
    link,
    email,
  } as const;
  await receive(tip, { stamp, from, now });
}

function insistOnForm({ stamp, trap, now }: { stamp: string; trap: string; now: Date }): void {
  const refused = formRefusal({ drawnAt: readStamp(stamp), trap, now });
  if (refused) throw new AppError(refused.reason);
}

type NewTip = Omit<Prisma.TipCreateManyInput, "sendKey" | "createdAt">;

async function receive(tip: NewTip, { stamp, from, now }: Sending & { stamp: string }): Promise<void> {
  const sendKey = createHash("sha256")
    .update(JSON.stringify([stamp, tip]))
    .digest("hex");
  if ((await db.tip.count({ where: { sendKey } })) > 0) return;
  await insistOnLimits(from, now);
  await db.$transaction(async (tx) => {
    // Of two sent at once, the second waits for the first and then makes no row.
    const [made] = await tx.tip.createManyAndReturn({
      data: [{ ...tip, sendKey, createdAt: now }],
      skipDuplicates: true,
      select: { id: true, kind: true, claimId: true },
    });
    if (made) await tellOf(tx, made, now);
  });
}

async function tellOf(
  tx: Tx,
  { id, kind, claimId }: { id: string; kind: "error" | "claim"; claimId: string | null },
  now: Date,
): Promise<void> {
  await recordAudit(tx, { actor: null, action: "tip.received", subjectId: id, data: { kind, claimId } });
  await notifyOfTip(tx, { now });
}

/** One sender who has sent too much uses up nothing of what all may send together. */
async function insistOnLimits(from: string, now: Date): Promise<void> {
  const isWithin = await withinLimit(PER_SENDER, senderOf(from), now);
  if (!isWithin || !(await withinLimit(ALTOGETHER, "", now))) throw new AppError("sent_too_often");
}
