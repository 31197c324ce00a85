import "server-only";
import { requireActor } from "#lib/auth/session.ts";
import { env } from "#lib/env.ts";
import { sentenceOf } from "#lib/i18n/refusals.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { hasPassword, listProviderAccounts } from "./queries.ts";
import { isProblem, providerIn } from "./rules.ts";

export type OwnProviders = {
  accounts: { issuer: string; name: string; createdAt: Date }[];
  /** What can be linked: the provider that is set up, unless an account of it is. */
  linkable: { name: string } | null;
  /** Whether another way in is left without them. */
  mayUnlink: boolean;
  /** What went wrong when an account was to be linked, in a sentence. */
  problem: string | null;
};

/** By which providers whoever asks signs in. */
export async function loadProviderAccounts(searchParams: SearchParams): Promise<OwnProviders> {
  const actor = await requireActor();
  const accounts = await listProviderAccounts(actor.id);
  const provider = providerIn(env);
  const reason = firstOf((await searchParams).problem);
  const { words } = await loadConventions();
  const isLinked = accounts.some(({ issuer }) => issuer === provider?.issuer);
  return {
    accounts: accounts.map((account) => ({
      ...account,
      name: account.issuer === provider?.issuer ? provider.name : new URL(account.issuer).host,
    })),
    linkable: provider && !isLinked ? { name: provider.name } : null,
    mayUnlink: await hasPassword(actor.id),
    problem:
      provider && isProblem(reason)
        ? sentenceOf({ reason, values: { provider: provider.name } }, words)
        : null,
  };
}
