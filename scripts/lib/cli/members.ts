import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { ROLES } from "#lib/auth/policy.ts";
import type { Member, MemberListItem } from "#lib/members/queries.ts";
import { Problem } from "../screen.mjs";
import { onDatabase, parseInput, type Said, textOf, type Values, WrongUsage } from "./command-line.ts";

const member = { type: "string", hint: "their e-mail address", isNeeded: true } as const;
const role = { type: "string", hint: ROLES.join(", "), isNeeded: true } as const;

/** People with a login. */
export const members = {
  summary: "Members: people with a login.",
  commands: {
    list: { summary: "lists members", options: {}, run: list },
    create: {
      summary: "gives somebody a login",
      options: {
        email: { type: "string", hint: "what they sign in with", isNeeded: true },
        name: { type: "string", hint: "their name", isNeeded: true },
        role,
        "password-stdin": {
          type: "boolean",
          hint: "read the first password from standard input; otherwise one is made up and shown",
        },
      },
      run: create,
    },
    role: { summary: "gives a member another role", options: { member, role }, run: changeRole },
    disable: {
      summary: "switches a login off, with its sessions and tokens",
      options: { member },
      run: (values: Values) => change(values, "disable"),
    },
    enable: {
      summary: "switches a login on again",
      options: { member },
      run: (values: Values) => change(values, "enable"),
    },
    "second-step-off": {
      summary: "takes the second step of signing in away from a member who lost it",
      options: { member },
      run: takeSecondStepAway,
    },
    export: {
      summary: "shows what is held of a member, without passwords and drafts",
      options: { member },
      run: exportMember,
    },
    erase: {
      summary: "erases what is personal of a member whose login is off, for good",
      options: { member, confirm: { type: "string", hint: "the same address once more", isNeeded: true } },
      run: erase,
    },
  },
} as const;

/** The member with this address, on the database at hand. */
export async function memberNamed(email: string): Promise<Member> {
  const { findMember } = await import("#lib/members/queries.ts");
  const found = await findMember(email);
  if (!found) throw new Problem(`Nobody here has the address ${email}.`);
  return found;
}

async function list(): Promise<Said> {
  return onDatabase(async () => {
    const { listMembers } = await import("#lib/members/queries.ts");
    const all: MemberListItem[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listMembers(cursor === undefined ? {} : { cursor });
      all.push(...page.items);
      cursor = page.next;
    }
    return {
      json: { members: all.map(({ version, ...shown }) => shown) },
      lines: all.map(({ email, name, role, disabledAt }) =>
        [email, role, ...(disabledAt ? ["disabled"] : []), name].join("  "),
      ),
    };
  });
}

async function create(values: Values): Promise<Said> {
  const { addMemberInput } = await import("#lib/members/schema.ts");
  const given = values["password-stdin"] === true ? (await text(process.stdin)).replace(/\r?\n$/u, "") : null;
  const input = parseInput(addMemberInput, {
    email: values.email,
    name: values.name,
    role: values.role,
    password: given ?? randomBytes(15).toString("base64url"),
  });
  return onDatabase(async () => {
    const [{ addMember }, { hasMembers }] = await Promise.all([
      import("#lib/members/commands.ts"),
      import("#lib/members/queries.ts"),
    ]);
    if (!(await hasMembers()))
      throw new Problem("Set the newsroom up first, at /setup: that makes its first admin.");
    const { id } = await addMember({ actor: null, ...input });
    const { password, ...shown } = input;
    return {
      json: { id, ...shown, ...(given === null && { password }) },
      lines: [`${shown.email} can sign in now.`, ...(given === null ? [`First password: ${password}`] : [])],
    };
  });
}

async function changeRole(values: Values): Promise<Said> {
  const { editMemberInput } = await import("#lib/members/schema.ts");
  const { role } = parseInput(editMemberInput.pick({ role: true }), { role: values.role });
  return onDatabase(async () => {
    const { editMember } = await import("#lib/members/commands.ts");
    const { id, version, name, email } = await memberNamed(textOf(values, "member"));
    await editMember({ actor: null, memberId: id, version, name, role });
    return { json: { id, email, role }, lines: [`${email} is ${role} now.`] };
  });
}

async function change(values: Values, act: "disable" | "enable"): Promise<Said> {
  return onDatabase(async () => {
    const { disableMember, enableMember } = await import("#lib/members/commands.ts");
    const { id, email } = await memberNamed(textOf(values, "member"));
    const now = new Date();
    await (act === "disable" ? disableMember : enableMember)({ actor: null, memberId: id, now });
    const isDisabled = act === "disable";
    return {
      json: { id, email, isDisabled },
      lines: [`The login of ${email} is ${isDisabled ? "off" : "on"}.`],
    };
  });
}

async function takeSecondStepAway(values: Values): Promise<Said> {
  return onDatabase(async () => {
    const { removeTwoFactor } = await import("#lib/two-factor/commands.ts");
    const { id, email } = await memberNamed(textOf(values, "member"));
    await removeTwoFactor({ actor: null, memberId: id, now: new Date() });
    return { json: { id, email }, lines: [`${email} signs in with the password alone now.`] };
  });
}

async function exportMember(values: Values): Promise<Said> {
  return onDatabase(async () => {
    const { getHeldOfMember } = await import("#lib/erasure/queries.ts");
    const { id } = await memberNamed(textOf(values, "member"));
    const held = (await getHeldOfMember(id)) ?? {};
    return { json: held, lines: [JSON.stringify(held, null, 2)] };
  });
}

async function erase(values: Values): Promise<Said> {
  insistOnConfirmation(values, "member");
  return onDatabase(async () => {
    const [{ eraseMember }, { listMentions }] = await Promise.all([
      import("#lib/erasure/commands.ts"),
      import("#lib/erasure/queries.ts"),
    ]);
    const { id, email } = await memberNamed(textOf(values, "member"));
    const { texts } = await eraseMember({ actor: null, memberId: id, now: new Date() });
    const mentions = await listMentions(texts);
    return { json: { id, email, mentions }, lines: [`${email} is erased.`, ...whereStill(mentions)] };
  });
}

/** Nobody erases by a slip. */
export function insistOnConfirmation(values: Values, name: string): void {
  if (textOf(values, "confirm").toLowerCase() === textOf(values, name).toLowerCase()) return;
  throw new WrongUsage(`--confirm has to be what --${name} says once more.`);
}

/** Where people wrote the name or address: a person has to look at it. */
export function whereStill(mentions: readonly { place: string; found: number }[]): string[] {
  if (mentions.length === 0) return ["Name and address stand nowhere else in the database."];
  const rows = mentions.map(({ place, found }) => `  ${place}: ${found}`);
  return ["Name or address still stand here, in what people wrote:", ...rows];
}
