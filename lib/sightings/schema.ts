import { z } from "zod";
import { id, version } from "#lib/input.ts";

export const sightingInput = z.strictObject({ evidenceId: id, version });
export type SightingInput = z.infer<typeof sightingInput>;

/** Without a version: of evidence that became another there is no sighting any more. */
export const evidenceIdInput = z.strictObject({ evidenceId: id });
