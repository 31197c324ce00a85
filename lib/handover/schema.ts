import { z } from "zod";
import { id } from "#lib/input.ts";

export const handOverInput = z.strictObject({ memberId: id, toId: id });
export type HandOverInput = z.infer<typeof handOverInput>;
