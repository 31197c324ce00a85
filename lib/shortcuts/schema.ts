import { z } from "zod";
import { choice } from "#lib/input.ts";
import {
  COMMAND_IDS,
  type CommandId,
  DEFAULT_SETTINGS,
  isSingleKey,
  type ShortcutSettings,
} from "./values.ts";

const singleKey = z.string().refine(isSingleKey, "not_a_choice");

/**
 * As it is kept. A command that is gone, or a key that cannot be one, is passed over: settings outlive versions of
 * the product.
 */
export const storedSettings = z
  .object({
    isOff: z.boolean().catch(false),
    keys: z
      .record(z.string(), z.unknown())
      .catch({})
      .transform((kept) =>
        Object.fromEntries(
          COMMAND_IDS.flatMap((id): [CommandId, string | null][] => {
            const key = singleKey.nullable().safeParse(kept[id]);
            return key.success ? [[id, key.data]] : [];
          }),
        ),
      ),
  })
  .catch(DEFAULT_SETTINGS) satisfies z.ZodType<ShortcutSettings>;

const command = choice(COMMAND_IDS as readonly [CommandId, ...CommandId[]]);

/** `key` empty: the command goes without one. With `swap`, who has the key now gets the former one instead. */
export const changeKeyInput = z.strictObject({
  command,
  key: z.union([z.literal(""), singleKey], "not_a_choice").transform((key) => (key === "" ? null : key)),
  swap: z
    .enum(["yes"], "not_a_choice")
    .optional()
    .transform((swap) => swap === "yes"),
});
export type ChangeKeyInput = z.infer<typeof changeKeyInput>;

/** Without a command: all of them. */
export const resetKeysInput = z.strictObject({ command: command.optional() });
export type ResetKeysInput = z.infer<typeof resetKeysInput>;

export const switchShortcutsInput = z.strictObject({
  shortcuts: z.enum(["on", "off"], "not_a_choice").transform((state) => ({ isOff: state === "off" })),
});
