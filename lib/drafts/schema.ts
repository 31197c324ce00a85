import { z } from "zod";
import { DRAFT_LIMITS } from "./values.ts";

/**
 * Names a form and its record, after the member whose draft it is: a page that was made for somebody else must not
 * leave its words with whoever is signed in now.
 */
const key = z
  .string()
  .max(DRAFT_LIMITS.key)
  .regex(/^[0-9a-f-]{36}(?::[\w.-]+)+$/u);

const values = z.record(z.string().max(100), z.string());

/** What was typed by field, and what the form showed when its writer began. */
const content = z
  .strictObject({
    typed: values,
    basis: z.strictObject({ version: z.string().max(100).nullable(), saved: values }),
  })
  .refine((draft) => JSON.stringify(draft).length <= DRAFT_LIMITS.content);
export type DraftContent = z.infer<typeof content>;

/** When the draft was saved that the page knows of, in milliseconds; null when it knows of none. */
const known = z.number().int().nonnegative().max(8.64e15).nullable();

export const keepDraftInput = z.strictObject({ key, content, known });
export type KeepDraftInput = z.infer<typeof keepDraftInput>;

export const draftKeyInput = z.strictObject({ key });

/** As parameters of an address. */
export const dropDraftInput = z.strictObject({
  key,
  known: z.coerce.number().int().nonnegative().max(8.64e15),
});
