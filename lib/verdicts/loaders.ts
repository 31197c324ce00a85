import "server-only";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadNewsroom } from "#lib/members/loaders.ts";
import { PRESETS } from "./presets.ts";
import { getDraft, listUsedScales, requireScale, type ScaleView } from "./queries.ts";

export const RATINGS_PAGE = "/desk/settings/ratings";

/** The scale in use, those before it, the draft and what another can begin with, for those who may change them. */
export async function loadScales() {
  const actor = await requireActor("newsroom.edit");
  const { scaleId } = await loadNewsroom();
  const [inUse, draft, used] = await Promise.all([requireScale(scaleId), getDraft(), listUsedScales()]);
  return { actor, inUse, draft, used, presets: PRESETS.filter(({ key }) => key !== inUse.key) };
}

/** The draft of a scale, or null when there is none, for those who may change it. */
export async function loadDraft(): Promise<{ actor: Actor; draft: ScaleView | null }> {
  const actor = await requireActor("newsroom.edit");
  return { actor, draft: await getDraft() };
}
