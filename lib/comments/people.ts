import type { Actor } from "#lib/auth/policy.ts";
import { type Db, db as pool } from "#lib/db/client.ts";
import { handleOf, type Mentionable } from "./mentions.ts";

/** More people than a newsroom has. */
const MOST_MEMBERS = 5_000;

/** Everybody who can be meant in a comment, disabled members too: their names stay in old ones. */
export function listMentionable(db: Db = pool): Promise<Mentionable[]> {
  return db.member.findMany({
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_MEMBERS,
    select: { id: true, name: true, email: true },
  });
}

/** Somebody offered while a name is typed after "@". `handle`: what to write. */
export type MentionChoice = { id: string; name: string; role: Actor["role"]; handle: string };

const CHOICES = 8;

/** Members who can sign in and of whose name a word begins like this, at most 8; those who begin so first. */
export async function listMentionChoices(prefix: string, db: Db = pool): Promise<MentionChoice[]> {
  const sought = prefix.trim().toLowerCase();
  const [everybody, active] = await Promise.all([
    listMentionable(db),
    db.member.findMany({
      where: { disabledAt: null },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: MOST_MEMBERS,
      select: { id: true, name: true, email: true, role: true },
    }),
  ]);
  const rank = ({ name, email }: Mentionable): number => {
    const words = [name.toLowerCase(), ...name.toLowerCase().split(/[\s-]+/u), email];
    return words.findIndex((word) => word.startsWith(sought));
  };
  return active
    .filter((member) => rank(member) >= 0)
    .sort((a, b) => Math.min(rank(a), 1) - Math.min(rank(b), 1))
    .slice(0, CHOICES)
    .map((member) => ({
      id: member.id,
      name: member.name,
      role: member.role,
      handle: handleOf(member, everybody),
    }));
}
