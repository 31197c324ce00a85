import { deskNav } from "#components/shell/desk-nav.ts";
import { type Actor, may } from "#lib/auth/policy.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { holds, plainWords } from "#lib/search/rules.ts";
import {
  type Found,
  type FoundArticle,
  type FoundClaim,
  type FoundPerson,
  type Visit,
  wordsOfClaim,
} from "#lib/search/values.ts";
import type { KeyMap } from "#lib/shortcuts/rules.ts";
import type { CommandId } from "#lib/shortcuts/values.ts";

export type EntryKind = "article" | "claim" | "person" | "page" | "command";

/** One line of the palette. */
export type Entry = {
  /** Its name among all lines. */
  value: string;
  kind: EntryKind;
  label: string;
  detail: string | null;
  /** Where it leads, or which command it gives. */
  does: { href: string } | { command: CommandId };
  /** The member's key for the same. */
  key: string | null;
};

/** Lines under one heading. */
export type EntryGroup = { value: string; items: Entry[] };

/** `keys`: the member's own; null while they have single keys switched off. */
type Place = { words: Words; actor: Actor; keys: KeyMap | null };

/** The lines for what was typed, or while nothing is, for where one may want to go. Groups without lines are left out. */
export function listEntries({
  query,
  found,
  commands,
  ...place
}: Place & {
  query: string;
  /** What the server found; null until it has answered. */
  found: Found | null;
  /** What can be done on the page. */
  commands: readonly CommandId[];
}): EntryGroup[] {
  const { groups } = place.words.palette;
  const also: Readonly<Record<string, string | undefined>> = place.words.palette.also;
  const matching = (entries: Entry[]) =>
    entries.filter(({ label, does }) => {
      const others = also["href" in does ? does.href : does.command] ?? "";
      return isCalled(`${label} ${others}`, query);
    });
  const actions = matching(commands.map((command) => commandEntry(command, place)));
  const pages = matching(pageEntries(place));
  const articles = found?.articles.map(articleEntry) ?? [];
  const claims = found?.claims.map((claim) => claimEntry(claim, place)) ?? [];
  const people = found?.people.map((person) => personEntry(person, place)) ?? [];
  return [
    { value: groups.actions, items: actions },
    { value: groups.pages, items: pages },
    { value: groups.articles, items: articles },
    { value: groups.claims, items: claims },
    { value: groups.people, items: people },
  ].filter(({ items }) => items.length > 0);
}

/** What was looked at lately, the latest first, as it is called now. */
export function visitedEntries(
  visits: readonly Visit[],
  { articles, claims }: Pick<Found, "articles" | "claims">,
  place: Place,
): Entry[] {
  return visits.flatMap(({ kind, id }) => {
    const article = kind === "article" && articles.find((candidate) => candidate.id === id);
    const claim = kind === "claim" && claims.find((candidate) => candidate.id === id);
    return article ? [articleEntry(article)] : claim ? [claimEntry(claim, place)] : [];
  });
}

/**
 * What was found for other words, narrowed down to what was typed since: what stays is an answer to these too, and
 * needs no waiting.
 */
export function narrowed({ articles, claims, people }: Found, query: string): Found {
  return {
    articles: articles.filter(({ title }) => holds(title, query)),
    claims: claims.filter((claim) => holds(wordsOfClaim(claim), query)),
    people: people.filter(({ name }) => holds(name, query)),
  };
}

/** Whether every word typed begins a word of the label; marks on letters do not count. */
export function isCalled(label: string, query: string): boolean {
  const words = plainWords(label);
  return plainWords(query).every((typed) => words.some((word) => word.startsWith(typed)));
}

function commandEntry(command: CommandId, { words, keys }: Place): Entry {
  return {
    value: `command:${command}`,
    kind: "command",
    label: words.shortcuts.commands[command],
    detail: null,
    does: { command },
    key: keys?.[command] ?? null,
  };
}

function pageEntries({ words, actor }: Place): Entry[] {
  const pages = [
    { href: "/desk/articles/new", label: words.palette.newArticle },
    ...deskNav({ words, role: actor.role, counts: {} }).flat(),
    ...(may(actor, "checks.import")
      ? [{ href: "/desk/settings/checks", label: words.checkFiles.title }]
      : []),
    ...(may(actor, "members.edit") ? [{ href: "/desk/settings/people", label: words.people.title }] : []),
  ];
  return pages.map(({ href, label }) => ({
    value: `page:${href}`,
    kind: "page",
    label,
    detail: null,
    does: { href },
    key: null,
  }));
}

function articleEntry({ id, title, publisher }: FoundArticle): Entry {
  const does = { href: `/desk/articles/${id}` };
  return { value: `article:${id}`, kind: "article", label: title, detail: publisher, does, key: null };
}

function claimEntry(claim: FoundClaim, { words }: Place): Entry {
  const { id, statement, state, claimantName, articleTitle } = claim;
  const place = { state: words.common.states[state], article: articleTitle };
  const { claimIn, claimBy } = words.palette;
  return {
    value: `claim:${id}`,
    kind: "claim",
    label: statement,
    detail:
      claimantName === null ? fill(claimIn, place) : fill(claimBy, { ...place, claimant: claimantName }),
    does: { href: `/desk/claims/${id}` },
    key: null,
  };
}

/** Who may change members goes to their page; everybody else to their claims. */
function personEntry({ id, name, role }: FoundPerson, { words, actor }: Place): Entry {
  const isAdmin = may(actor, "members.edit");
  const { account, claimsBy } = words.palette;
  return {
    value: `person:${id}`,
    kind: "person",
    label: name,
    detail: fill(isAdmin ? account : claimsBy, { role: words.common.roles[role] }),
    does: { href: isAdmin ? `/desk/settings/members/${id}` : `/desk/claims?author=${id}` },
    key: null,
  };
}
