/** Milliseconds without a result after which something is wrong: it is verified every night. */
const OVERDUE = 48 * 3_600_000;

/** Milliseconds after which a look that did not end is given up, its tries and what they wait for included. */
export const PATIENCE = 3 * 3_600_000;

/** Whether the history has not been verified for too long. `since`: the last result, or the beginning of the history. */
export function isOverdue({ since, now }: { since: Date; now: Date }): boolean {
  return now.getTime() - since.getTime() > OVERDUE;
}

/** Whether a look that was asked for then may still come to an end. */
export function isUnderWay({ askedAt, now }: { askedAt: Date; now: Date }): boolean {
  return now.getTime() - askedAt.getTime() <= PATIENCE;
}
