import "server-only";
import { type Actor, may } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { listTokens, type TokenListItem } from "./queries.ts";

type TokensPage = {
  actor: Actor;
  now: Date;
  tokens: TokenListItem[];
  /** Whether everybody's are shown, and whether they may be. */
  isEverybodys: boolean;
  maySeeAll: boolean;
};

/** A member's own tokens, or everybody's for those who may end them: `of=everybody`. */
export async function loadTokens(searchParams: SearchParams): Promise<TokensPage> {
  const actor = await requireActor();
  const maySeeAll = may(actor, "members.edit");
  const isEverybodys = maySeeAll && firstOf((await searchParams).of) === "everybody";
  const now = new Date();
  const tokens = await listTokens({ now, ...(!isEverybodys && { memberId: actor.id }) });
  return { actor, now, tokens, isEverybodys, maySeeAll };
}
