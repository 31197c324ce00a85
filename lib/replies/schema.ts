import { z } from "zod";
import { choice, day, id, optionalLocalTime, optionalText, text, version } from "#lib/input.ts";
import { REPLY_LIMITS, REPLY_OUTCOMES } from "./values.ts";

const reply = {
  asked: text(REPLY_LIMITS.name),
  via: text(REPLY_LIMITS.name),
  askedOn: day,
  /** Until when they may answer, on the newsroom's clock. */
  deadlineAt: optionalLocalTime.default(null),
  outcome: choice(REPLY_OUTCOMES).default("awaiting"),
  answer: optionalText(REPLY_LIMITS.answer),
};

export const recordReplyInput = z.strictObject({ claimId: id, ...reply });
export const editReplyInput = z.strictObject({ replyId: id, version, ...reply });
export const replyIdInput = z.strictObject({ replyId: id });

/** What is said of a request. `deadlineAt` is an instant here; forms send a time on the newsroom's clock. */
export type ReplyInput = Omit<z.infer<typeof recordReplyInput>, "claimId" | "deadlineAt"> & {
  deadlineAt: Date | null;
};
