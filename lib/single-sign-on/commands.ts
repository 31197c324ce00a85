import { recordAudit } from "#lib/audit/commands.ts";
import { NOBODYS_HASH } from "#lib/auth/nobodys-hash.ts";
import type { Actor, Role } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { violatedIndex } from "#lib/db/unique.ts";
import { AppError, insist } from "#lib/errors.ts";
import { type RateLimit, senderOf, withinLimit } from "#lib/guarding/rate-limit.ts";
import { type Browser, enterProved, type HalfIn, type SignedIn } from "#lib/members/commands.ts";
import { type AccountChange, notifyOfAccount } from "#lib/notifications/commands.ts";
import { proveOwnPassword } from "#lib/two-factor/commands.ts";
import { hasPassword } from "./queries.ts";
import { addressRefusal } from "./rules.ts";
import { type VouchedInput, vouchedInput } from "./schema.ts";

/** Sign-ins begun or finished from one network address: a newsroom behind one comes in on a Monday morning. */
export const SIGN_INS = {
  name: "provider-sign-in",
  most: 600,
  milliseconds: 15 * 60_000,
} as const satisfies RateLimit;

/** Counts one more. Beyond the limit the provider is not asked. */
export async function limitProviderSignIns({ sender, now }: { sender: string; now: Date }): Promise<void> {
  if (!(await withinLimit(SIGN_INS, senderOf(sender), now))) throw new AppError("too_many_guesses");
}

/** What the settings say of who may come. */
type Admission = {
  domains: readonly string[];
  /** Of whoever is new; null: nobody new comes. */
  role: Exclude<Role, "admin"> | null;
  linkByEmail: boolean;
};

type Person = { issuer: string; subject: string; email: string; name: string | null };

/**
 * Signs in whom the provider vouches for. An account that came before is its member's, whatever its address is now; one
 * that comes for the first time is linked to the member with its address, or becomes a new one, where settings say so.
 * The provider stands in the place of the password: a second step that a member has here is still asked for.
 */
export async function signInByProvider({
  vouched,
  admission,
  now,
  ...browser
}: { vouched: VouchedInput; admission: Admission } & Browser): Promise<
  (SignedIn | { halfIn: HalfIn }) & { email: string }
> {
  const person = admitted(vouched, admission.domains);
  const coming = { person, admission, userAgent: browser.userAgent, now };
  const { passwordHash, disabledAt, ...member } = await memberOf(coming);
  if (disabledAt) throw new AppError("member_disabled");
  const { id, name, role } = member;
  const actor = { id, name, role };
  const entered = await enterProved({
    member: actor,
    by: "provider",
    email: member.email,
    passwordHash,
    now,
    ...browser,
  });
  return { ...entered, email: member.email };
}

/** Whom the provider vouches for, if their address is one of the newsroom's. */
function admitted(vouched: VouchedInput, domains: readonly string[]): Person {
  const parsed = vouchedInput.safeParse(vouched);
  if (!parsed.success) throw new AppError("provider_wrong", { cause: parsed.error });
  const { email, emailVerified, ...known } = parsed.data;
  insist(addressRefusal({ email, emailVerified }, domains));
  return { ...known, email: email ?? "" };
}

/**
 * Lets a member go and link an account, by their password: one signs in by it for good, and a browser somebody left open
 * is not enough. Refuses with `wrong_password`.
 */
export async function allowLinking(asking: { actor: Actor; password: string; now: Date }): Promise<void> {
  await proveOwnPassword(asking);
}

/**
 * Links the account of whoever is back to the member who began it, whatever address they have here. Refuses with
 * `provider_account_taken` when it is another member's, and with `provider_account_unlinked` when they have another there.
 */
export async function linkProvider({
  actor,
  vouched,
  domains,
  ...change
}: AccountChange & { actor: Actor; vouched: VouchedInput; domains: readonly string[] }): Promise<void> {
  const { issuer, subject } = admitted(vouched, domains);
  await db.$transaction(async (tx) => {
    await lockAccount(tx, { issuer, subject });
    const account = await tx.providerAccount.findUnique({
      where: { issuer_subject: { issuer, subject } },
      select: { memberId: true },
    });
    if (account?.memberId === actor.id) return;
    if (account) throw new AppError("provider_account_taken");
    const { count } = await tx.providerAccount.createMany({
      data: { issuer, subject, memberId: actor.id, createdAt: change.now },
      skipDuplicates: true,
    });
    if (count === 0) throw new AppError("provider_account_unlinked");
    await notifyOfAccount(tx, { memberId: actor.id, kind: "provider_linked", ...change });
    const data = { provider: issuer };
    await recordAudit(tx, { actor, action: "member.provider_linked", subjectId: actor.id, data });
  });
}

/** Takes an account's way in away. Refuses with `provider_only_way_in` while the member has no password. */
export async function unlinkProvider({
  actor,
  issuer,
  ...change
}: AccountChange & { actor: Actor; issuer: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.providerAccount.deleteMany({ where: { memberId: actor.id, issuer } });
    if (count === 0) throw new AppError("not_found");
    // Nobody ever loses a password they have: there is nothing to lock.
    if (!(await hasPassword(actor.id))) throw new AppError("provider_only_way_in");
    await notifyOfAccount(tx, { memberId: actor.id, kind: "provider_unlinked", ...change });
    const data = { provider: issuer };
    await recordAudit(tx, { actor, action: "member.provider_unlinked", subjectId: actor.id, data });
  });
}

/** Of two windows at once, the second waits here and then finds what the first has made. */
async function lockAccount(tx: Tx, { issuer, subject }: Pick<Person, "issuer" | "subject">): Promise<void> {
  const lock = `${issuer} ${subject}`;
  await tx.$queryRaw`SELECT 1 AS one FROM pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
}

const MEMBER = {
  id: true,
  name: true,
  role: true,
  email: true,
  passwordHash: true,
  disabledAt: true,
} as const;

type Coming = AccountChange & { person: Person; admission: Admission };

async function memberOf(coming: Coming) {
  try {
    return await db.$transaction((tx) => findOrAdmit(tx, coming));
  } catch (error) {
    // Somebody else was given the address in the meantime.
    if (violatedIndex(error) === null) throw error;
    return db.$transaction((tx) => findOrAdmit(tx, coming));
  }
}

async function findOrAdmit(tx: Tx, { person, admission, ...change }: Coming) {
  const { issuer, subject, email } = person;
  await lockAccount(tx, { issuer, subject });
  const account = await tx.providerAccount.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { member: { select: MEMBER } },
  });
  if (account) return account.member;
  const namesake = await tx.member.findUnique({
    where: { email },
    select: { ...MEMBER, providerAccounts: { where: { issuer }, select: { subject: true } } },
  });
  const coming = { person, admission, ...change };
  return namesake ? link(tx, { namesake, ...coming }) : admit(tx, coming);
}

type Namesake = {
  id: string;
  name: string;
  role: Role;
  email: string;
  passwordHash: string;
  disabledAt: Date | null;
  providerAccounts: { subject: string }[];
};

async function link(
  tx: Tx,
  { namesake, person: { issuer, subject }, admission, ...change }: Coming & { namesake: Namesake },
) {
  const { providerAccounts, ...member } = namesake;
  if (member.disabledAt) throw new AppError("member_disabled");
  // Another account with the address of one that is linked: the provider gave it to somebody else.
  if (!admission.linkByEmail || providerAccounts.length > 0) throw new AppError("provider_account_unlinked");
  await addAccount(tx, { issuer, subject, memberId: member.id, now: change.now });
  await notifyOfAccount(tx, { memberId: member.id, kind: "provider_linked", ...change });
  const { id, name, role } = member;
  const data = { provider: issuer };
  await recordAudit(tx, {
    actor: { id, name, role },
    action: "member.provider_linked",
    subjectId: id,
    data,
  });
  return member;
}

async function admit(tx: Tx, { person, admission: { role }, now }: Coming) {
  if (role === null) throw new AppError("provider_account_unknown");
  const { issuer, subject, email } = person;
  const name = person.name ?? email.slice(0, email.lastIndexOf("@"));
  const member = await tx.member.create({
    data: { email, name, role, passwordHash: NOBODYS_HASH },
    select: MEMBER,
  });
  await addAccount(tx, { issuer, subject, memberId: member.id, now });
  const data = { name, email, role, provider: issuer };
  const actor = { id: member.id, name, role };
  await recordAudit(tx, { actor, action: "member.joined", subjectId: member.id, data });
  return member;
}

function addAccount(
  tx: Tx,
  { now, ...account }: { issuer: string; subject: string; memberId: string; now: Date },
) {
  return tx.providerAccount.create({ data: { ...account, createdAt: now }, select: { subject: true } });
}
