import { z } from "zod";
import { id } from "#lib/input.ts";

export const archiveCopyInput = z.strictObject({ snapshotId: id });
