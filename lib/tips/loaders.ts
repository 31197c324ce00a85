import "server-only";
import { cache } from "react";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import type { CheckedClaim } from "#lib/claims/checked-before.ts";
import { listCheckedBefore } from "#lib/claims/queries.ts";
import { CLAIM_LIMITS } from "#lib/claims/values.ts";
import type { Page } from "#lib/cursor.ts";
import { env } from "#lib/env.ts";
import { fill } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { countTips, listTips, slugsOfPublished, type TipItem } from "./queries.ts";
import { kindsFor, type TipStep, tipRefusal } from "./rules.ts";
import { type TipFilter, tipFilter } from "./schema.ts";
import type { TipKind } from "./values.ts";

/** An earlier claim that says nearly the same as a tip. `slug`: under which readers see its check; null when they do not. */
export type EarlierCheck = CheckedClaim & { slug: string | null };

/** A tip with what this member may do about it, and what was checked before that says nearly the same. */
export type TipView = TipItem & { can: Record<TipStep, boolean>; earlier: EarlierCheck[] };

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
    items: await Promise.all(
      page.items.map(async (item) => ({
        ...item,
        can: whatCan(item, actor),
        earlier: filter.isSettled ? [] : await earlierChecks(item),
      })),
    ),
    actor,
    filter,
    kinds: kindsFor(actor),
    counts,
    isMailOn: loadMailIsOn(),
    siteUrl: env.PUBLIC_URL,
    now: new Date(),
  };
}

async function earlierChecks({ kind, words }: TipItem): Promise<EarlierCheck[]> {
  if (kind !== "claim") return [];
  const claims = await listCheckedBefore({ statement: words.slice(0, CLAIM_LIMITS.statement) });
  const slugs = await slugsOfPublished(claims.map(({ id }) => id));
  return claims.map((claim) => ({ ...claim, slug: slugs.get(claim.id) ?? null }));
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

/** The words that answer a claim sent in with its check, by the slug readers see it under. */
export async function loadCheckAnswer(): Promise<(slug: string) => string> {
  const { words } = await loadConventions();
  return (slug) =>
    fill(words.tips.templates.checked, { link: `${env.PUBLIC_URL}/claims/${encodeURIComponent(slug)}` });
}
