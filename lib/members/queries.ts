import type { Role } from "#lib/auth/policy.ts";
import { type Db, db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { DEMO_SIGN_IN } from "./schema.ts";

const newsroom = {
  name: true,
  timeZone: true,
  locale: true,
  readerLanguages: true,
  opinionsRequired: true,
  minSources: true,
  leaseMinutes: true,
  assignmentHours: true,
  contactDays: true,
  scaleId: true,
  isDemo: true,
  version: true,
} satisfies Prisma.NewsroomSelect;

/** The settings of this installation. */
export type Newsroom = Prisma.NewsroomGetPayload<{ select: typeof newsroom }>;

/** The newsroom, or null before it is set up. */
export function getNewsroom(on: Db = db): Promise<Newsroom | null> {
  return on.newsroom.findUnique({ where: { id: 1 }, select: newsroom });
}

/** The newsroom, which every installation with members has. */
export async function requireNewsroom(on: Db = db): Promise<Newsroom> {
  const found = await getNewsroom(on);
  if (found === null) throw new Error("The newsroom is not set up yet.");
  return found;
}

/** The BCP 47 tag a member chose for the desk, or null when they leave it to the newsroom. */
export async function getMemberLocale(memberId: string): Promise<string | null> {
  const settings = await db.memberSettings.findUnique({ where: { memberId }, select: { locale: true } });
  return settings?.locale ?? null;
}

/** Whether anybody can sign in at all; until then the first visitor may set the newsroom up. */
export async function hasMembers(on: Db = db): Promise<boolean> {
  return (await on.member.findFirst({ select: { id: true } })) !== null;
}

const member = {
  id: true,
  name: true,
  email: true,
  role: true,
  disabledAt: true,
  erasedAt: true,
  version: true,
  createdAt: true,
} satisfies Prisma.MemberSelect;

export type Member = {
  id: string;
  name: string;
  email: string;
  role: Role;
  disabledAt: Date | null;
  erasedAt: Date | null;
  version: number;
  createdAt: Date;
};
export type MemberListItem = Member & { lastSeenAt: Date | null };

/** Members by name, disabled ones among them, without those who were erased. `next` is the cursor of the following page. */
export async function listMembers({
  cursor,
  take = 100,
}: {
  cursor?: string | undefined;
  take?: number;
} = {}): Promise<{
  items: MemberListItem[];
  next: string | null;
}> {
  const rows = await db.member.findMany({
    where: { erasedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: take + 1,
    ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
    select: {
      ...member,
      sessions: { orderBy: { lastSeenAt: "desc" }, take: 1, select: { lastSeenAt: true } },
    },
  });
  const items = rows
    .slice(0, take)
    .map(({ sessions, ...row }) => ({ ...row, lastSeenAt: sessions[0]?.lastSeenAt ?? null }));
  return { items, next: rows.length > take ? (items.at(-1)?.id ?? null) : null };
}

export function getMember(id: string): Promise<Member | null> {
  return db.member.findUnique({ where: { id }, select: member });
}

/** By the address they sign in with, however it is capitalised. */
export function findMember(email: string): Promise<Member | null> {
  return db.member.findUnique({ where: { email: email.trim().toLowerCase() }, select: member });
}

export type DemoMember = Pick<Member, "name" | "email" | "role">;

/** The demo's members who can sign in, weakest role first. */
export function listDemoMembers(): Promise<DemoMember[]> {
  return db.member.findMany({
    where: { disabledAt: null, email: { endsWith: `@${DEMO_SIGN_IN.domain}` } },
    orderBy: [{ role: "asc" }, { id: "asc" }],
    take: 10,
    select: { name: true, email: true, role: true },
  });
}
