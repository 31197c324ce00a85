import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import type { Actor } from "#lib/auth/policy.ts";
import { isLocalPath, returnPath } from "#lib/auth/return-path.ts";
import { currentHalfIn, currentSessionId, getActor, requireActor } from "#lib/auth/session.ts";
import { env } from "#lib/env.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { type Format, formatter } from "#lib/i18n/format.ts";
import { type Locale, preferredLocale } from "#lib/i18n/languages.ts";
import { sentenceOf } from "#lib/i18n/refusals.ts";
import type { Words } from "#lib/i18n/words.ts";
import { isId } from "#lib/input.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { isProblem, providerIn, START } from "#lib/single-sign-on/rules.ts";
import {
  type DemoMember,
  getMember,
  getMemberLocale,
  getNewsroom,
  hasMembers,
  listDemoMembers,
  listMembers,
  type Member,
  type MemberListItem,
  type Newsroom,
} from "./queries.ts";

/** The newsroom's settings; nobody needs to be signed in for them. Without a newsroom it leads to the set-up. */
export const loadNewsroom = cache(async (): Promise<Newsroom> => {
  await connection();
  const newsroom = await getNewsroom();
  if (!newsroom) redirect("/setup");
  return newsroom;
});

/** The words, dates and numbers of whoever is signed in, else of the newsroom, for server components. */
export const loadConventions = cache(
  async (): Promise<{ words: Words; format: Format; newsroom: Newsroom }> => {
    const [newsroom, actor] = await Promise.all([loadNewsroom(), getActor()]);
    const locale = (actor && (await getMemberLocale(actor.id))) ?? newsroom.locale;
    const own = { ...newsroom, locale };
    return { words: wordsFor(locale), format: formatter(own), newsroom: own };
  },
);

/** The words of the newsroom, or while there is none the visitor's: for what is seen before anybody signed in. */
export async function loadWords(): Promise<Words> {
  await connection();
  const locale = (await getNewsroom())?.locale ?? preferredLocale((await headers()).get("accept-language"));
  return wordsFor(locale);
}

/** A member's own settings, with what they can be. */
export async function loadAccount(): Promise<{ actor: Actor; locale: string | null; newsroom: Newsroom }> {
  const actor = await requireActor();
  const [locale, newsroom] = await Promise.all([getMemberLocale(actor.id), loadNewsroom()]);
  return { actor, locale, newsroom };
}

type SignInPage = {
  words: Words;
  newsroomName: string;
  /** Where to go after signing in: a path of this site, or empty. */
  from: string;
  /** Whether the password was right, and a code is asked for now. */
  asksForCode: boolean;
  notice: "signed_out" | "session_ended" | "password_changed" | null;
  /** The newsroom's sign-in provider, and the address that leads there; null: there is none. */
  provider: { name: string; href: string } | null;
  /** Why signing in there failed, in a sentence. */
  problem: string | null;
  /** Whether one can have a link sent: to sign in by, or to choose a lost password anew. */
  isMailOn: boolean;
  /** The demo's members, none outside the demo. */
  demoMembers: DemoMember[];
  /** The one of them the form is filled in for. */
  chosen: DemoMember | null;
};

/** The sign-in page. Who is signed in goes on to where they wanted to; before set-up, it leads there. */
export async function loadSignIn(searchParams: SearchParams): Promise<SignInPage> {
  const params = await searchParams;
  const asked = firstOf(params.from);
  const from = asked && isLocalPath(asked) ? asked : "";
  if (!(await hasMembers())) redirect("/setup");
  if (await getActor()) redirect(returnPath(from));
  const { words, newsroom } = await loadConventions();
  const demoMembers = newsroom.isDemo ? await listDemoMembers() : [];
  const hadSession = (await currentSessionId()) !== null;
  return {
    words,
    newsroomName: newsroom.name,
    from,
    asksForCode: (await currentHalfIn()) !== null,
    notice: noticeOf(firstOf(params.notice), hadSession),
    ...withProvider({ words, from, reason: firstOf(params.problem) }),
    isMailOn: env.SMTP_URL !== "",
    demoMembers,
    chosen: demoMembers.find(({ email }) => email === params.as) ?? null,
  };
}

function withProvider({
  words,
  from,
  reason,
}: {
  words: Words;
  from: string;
  reason: string | undefined;
}): Pick<SignInPage, "provider" | "problem"> {
  const provider = providerIn(env);
  if (!provider) return { provider: null, problem: null };
  const { name } = provider;
  return {
    provider: { name, href: from ? `${START}?${new URLSearchParams({ from })}` : START },
    problem: isProblem(reason) ? sentenceOf({ reason, values: { provider: name } }, words) : null,
  };
}

function noticeOf(notice: string | undefined, hadSession: boolean): SignInPage["notice"] {
  if (notice === "password-changed") return "password_changed";
  if (hadSession) return "session_ended";
  return notice === "signed-out" ? "signed_out" : null;
}

/** The first visitor's page. It exists only while there is no member. */
export async function loadSetUp(): Promise<{ words: Words; locale: Locale }> {
  await connection();
  if (await hasMembers()) notFound();
  const locale = preferredLocale((await headers()).get("accept-language"));
  return { words: wordsFor(locale), locale };
}

/** The newsroom's settings, for those who may change them. */
export async function loadSettings(): Promise<{ actor: Actor; newsroom: Newsroom }> {
  const actor = await requireActor("newsroom.edit");
  return { actor, newsroom: await loadNewsroom() };
}

/** The list of members, for those who may change it. */
export async function loadMembers(
  searchParams: SearchParams,
): Promise<{ actor: Actor; items: MemberListItem[]; next: string | null; now: Date }> {
  const actor = await requireActor("members.edit");
  const cursor = firstOf((await searchParams).cursor);
  return { actor, now: new Date(), ...(await listMembers(cursor && isId(cursor) ? { cursor } : {})) };
}

/** One member, for those who may change them. */
export const loadMember = cache(async (id: string): Promise<{ actor: Actor; member: Member }> => {
  const actor = await requireActor("members.edit");
  const member = isId(id) ? await getMember(id) : null;
  if (!member) notFound();
  return { actor, member };
});
