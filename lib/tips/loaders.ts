import "server-only";
import { cache } from "react";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import type { Page } from "#lib/cursor.ts";
import { env } from "#lib/env.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { countTips, listTips, type TipItem } from "./queries.ts";
import { kindsFor, type TipStep, tipRefusal } from "./rules.ts";
import { type TipFilter, tipFilter } from "./schema.ts";
import type { TipKind } from "./values.ts";

/** A tip with what this member may do about it. */
export type TipView = TipItem & { can: Record<TipStep, boolean> };

/** The tips for what the address asks: `view` (`settled`), `kind`, `cursor`. */
export async function loadTips(searchParams: SearchParams): Promise<
  Page<TipView> & {
    actor: Actor;
    filter: TipFilter;
    kinds: TipKind[];
    counts: Record<TipKind, number>;
    isMailOn: boolean;
    siteUrl: string;
    now: Date;
  }
> {
  const actor = await requireActor();
  const params = await searchParams;
  const filter = tipFilter(params);
  const [page, counts] = await Promise.all([
    listTips({ viewer: actor, filter, cursor: firstOf(params.cursor) }),
    countTips(actor),
  ]);
  return {
    ...page,
    items: page.items.map((item) => ({ ...item, can: whatCan(item, actor) })),
    actor,
    filter,
    kinds: kindsFor(actor),
    counts,
    isMailOn: loadMailIsOn(),
    siteUrl: env.PUBLIC_URL,
    now: new Date(),
  };
}

const STEPS = ["take", "release", "settle", "reopen", "answer", "erase", "check"] as const;

function whatCan(item: TipItem, actor: Actor): Record<TipStep, boolean> {
  const tip = { ...item, takenById: item.takenBy?.id ?? null, isAnswered: item.answer !== null };
  const can = STEPS.map((step) => [step, tipRefusal(step, tip, actor) === null]);
  return Object.fromEntries(can) as Record<TipStep, boolean>;
}

/** How many tips wait for this member, for the navigation. */
export const loadTipCount = cache(async (): Promise<number> => {
  const { error, claim } = await countTips(await requireActor());
  return error + claim;
});

/** Whether this installation sends e-mail. */
export function loadMailIsOn(): boolean {
  return env.SMTP_URL !== "";
}
