import "server-only";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { requireActor } from "#lib/auth/session.ts";
import { env } from "#lib/env.ts";
import { idInKey, isKeyOf, keyOf } from "#lib/guarding/link-keys.ts";
import type { Words } from "#lib/i18n/words.ts";
import { isId } from "#lib/input.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { listPasskeys } from "#lib/passkeys/queries.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { getEntryLink, getHandedOverLink } from "./queries.ts";
import { entryLinkRefusal } from "./rules.ts";
import type { EntryLinkKind } from "./values.ts";

/** Whether links can be asked for: only where e-mail is set up. */
export function isAskedByMail(): boolean {
  return env.SMTP_URL !== "";
}

export type AskForLinkPage = { words: Words; newsroomName: string; isSent: boolean };

/** A page to ask for a link on. */
export async function loadAskForLink(searchParams: SearchParams): Promise<AskForLinkPage> {
  await connection();
  if (!isAskedByMail()) notFound();
  const { words, newsroom } = await loadConventions();
  return { words, newsroomName: newsroom.name, isSent: firstOf((await searchParams).notice) === "sent" };
}

type EntryLinkPage = {
  words: Words;
  newsroomName: string;
  name: string;
  email: string;
  /** What their passkeys are called, where the link is for a new password. */
  passkeys: string[];
  /** Why it lets nobody in any more, in a sentence; null while it does. */
  refused: string | null;
};

/** What a link leads to. Looking at it changes nothing: mail programs open links by themselves. */
export async function loadEntryLink(kind: EntryLinkKind, key: string): Promise<EntryLinkPage> {
  await connection();
  const id = idInKey(key);
  const link = id === null ? null : await getEntryLink(id);
  if (!link || link.kind !== kind || !isKeyOf(key, link)) notFound();
  const { words, newsroom } = await loadConventions();
  const refusal = entryLinkRefusal(link, new Date());
  const { id: memberId, name, email } = link.member;
  const passkeys = kind === "reset" && refusal === null ? await listPasskeys(memberId) : [];
  return {
    words,
    newsroomName: newsroom.name,
    name,
    email,
    passkeys: passkeys.map((passkey) => passkey.name),
    refused: refusal && words.reasons[refusal.reason],
  };
}

/** The link an admin made for a member to choose a new password by, for those who may make one; null: none works. */
export async function loadResetLink(memberId: string): Promise<{ link: string; expiresAt: Date } | null> {
  await requireActor("members.edit");
  const made = isId(memberId) ? await getHandedOverLink(memberId) : null;
  if (!made || entryLinkRefusal(made, new Date())) return null;
  return { link: `${env.PUBLIC_URL}/reset/${keyOf(made)}`, expiresAt: made.expiresAt };
}
