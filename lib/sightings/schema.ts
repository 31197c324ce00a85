import { z } from "zod";
import { id, version } from "#lib/input.ts";

export const sightingInput = z.strictObject({ evidenceId: id, version });
export type SightingInput = z.infer<typeof sightingInput>;
