import "server-only";
import { may } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import { dayOfOurTime, isId } from "#lib/input.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import {
  getStanding,
  getVerified,
  type LogEvent,
  type LogFilter,
  listLog,
  listPeople,
  type Standing,
  type Verified,
} from "./queries.ts";
import { EVENT_KINDS, FILE_MOST } from "./values.ts";

const LOG_PAGE = 50;

export type AuditPage = Conventions & {
  filter: LogFilter;
  /** As the address has it, without a cursor. */
  query: Readonly<Record<string, string>>;
  events: LogEvent[];
  next: string | null;
  standing: Standing;
  verified: Verified;
  /** Whether the viewer may have the history verified now. */
  mayVerify: boolean;
  now: Date;
  people: { id: string; name: string }[];
};
type Conventions = Awaited<ReturnType<typeof loadConventions>>;

/** Everything that was done, for those who may read it. The address says what of it. */
export async function loadAudit(searchParams: SearchParams): Promise<AuditPage> {
  const actor = await requireActor("audit.read");
  const [conventions, params] = await Promise.all([loadConventions(), searchParams]);
  const { query, filter } = asked(params, conventions);
  const now = new Date();
  const [{ items, next }, standing, verified, people] = await Promise.all([
    listLog({ filter, cursor: firstOf(params.cursor), take: LOG_PAGE }),
    getStanding({ articleId: filter.articleId }),
    getVerified({ now }),
    listPeople(),
  ]);
  const mayVerify = may(actor, "audit.verify");
  return { ...conventions, query, filter, events: items, next, standing, verified, mayVerify, now, people };
}

/** The newest of the same as a file: `csv` or `json`. Null for another. */
export async function loadAuditFile(
  format: string,
  searchParams: SearchParams,
): Promise<(Conventions & { events: LogEvent[] }) | null> {
  await requireActor("audit.read");
  if (format !== "csv" && format !== "json") return null;
  const [conventions, params] = await Promise.all([loadConventions(), searchParams]);
  const { items } = await listLog({ filter: asked(params, conventions).filter, take: FILE_MOST });
  return { ...conventions, events: items };
}

/** What of an address is understood; the rest counts as missing. Days are the reader's own. */
function asked(params: Awaited<SearchParams>, { format }: Pick<Conventions, "format">) {
  const idOf = (name: string) => [firstOf(params[name])].find((value) => value !== undefined && isId(value));
  const dayOf = (name: string) => dayOfOurTime.safeParse(firstOf(params[name])).data;
  const kind = EVENT_KINDS.find((known) => known === firstOf(params.kind));
  const given = {
    ...{ who: idOf("who"), kind, article: idOf("article"), claim: idOf("claim") },
    ...{ from: dayOf("from"), to: dayOf("to") },
  };
  const filter: LogFilter = {
    memberId: given.who ?? null,
    kind: kind ?? null,
    articleId: given.article ?? null,
    claimId: given.claim ?? null,
    from: given.from ? format.instant(`${given.from}T00:00`) : null,
    until: given.to ? format.instant(`${dayAfter(given.to)}T00:00`) : null,
  };
  const query = Object.fromEntries(
    Object.entries(given).filter((part): part is [string, string] => part[1] !== undefined),
  );
  return { query, filter };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
