import type { TokenListItem } from "#lib/tokens/queries.ts";
import { SCOPES, USUAL_DAYS } from "#lib/tokens/values.ts";
import { Problem } from "../screen.mjs";
import { onDatabase, parseInput, type Said, textOf, type Values, WrongUsage } from "./command-line.ts";
import { memberNamed } from "./members.ts";

const memberHint = "e-mail address of whose token it is";

/** Tokens of the API, for any member. */
export const tokens = {
  summary: "Tokens with which programs use the API.",
  commands: {
    create: {
      summary: "makes a token, and shows it this once",
      options: {
        member: { type: "string", hint: memberHint, isNeeded: true },
        name: { type: "string", hint: "what it is for, such as the program’s name", isNeeded: true },
        scopes: { type: "string", hint: `with commas between them, of ${SCOPES.join(", ")}`, isNeeded: true },
        days: {
          type: "string",
          hint: `days until it expires, or never; ${USUAL_DAYS} unless said otherwise`,
        },
      },
      run: create,
    },
    list: {
      summary: "lists tokens, never the secret itself",
      options: { member: { type: "string", hint: memberHint } },
      run: list,
    },
    revoke: {
      summary: "ends a token for good",
      options: {},
      operand: { name: "token", hint: "its id, or how it begins (pm_…), as the list has them" },
      run: revoke,
    },
  },
} as const;

async function create(values: Values): Promise<Said> {
  const { createTokenInput } = await import("#lib/tokens/schema.ts");
  const input = parseInput(createTokenInput, {
    name: values.name,
    scopes: textOf(values, "scopes")
      .split(",")
      .map((scope) => scope.trim()),
    days: values.days ?? USUAL_DAYS,
  });
  return onDatabase(async () => {
    const { createToken } = await import("#lib/tokens/commands.ts");
    const member = await memberNamed(textOf(values, "member"));
    if (member.disabledAt) throw new Problem(`The account of ${member.email} is switched off.`);
    const made = await createToken({ actor: null, memberId: member.id, now: new Date(), ...input });
    const { id, token, expiresAt } = made;
    const { name, scopes } = input;
    return {
      json: { token, id, name, member: member.email, scopes, expiresAt },
      lines: [token],
    };
  });
}

async function list(values: Values): Promise<Said> {
  return onDatabase(async () => {
    const { listTokens } = await import("#lib/tokens/queries.ts");
    const member = values.member === undefined ? undefined : await memberNamed(textOf(values, "member"));
    const found = await listTokens({ memberId: member?.id, now: new Date() });
    return {
      json: { tokens: found.map(({ member: { email }, ...token }) => ({ ...token, member: email })) },
      lines: found.length === 0 ? ["There are no tokens."] : found.map(lineOf),
    };
  });
}

function lineOf({ id, start, name, member, scopes, expiresAt, state }: TokenListItem): string {
  const until = expiresAt ? `until ${expiresAt.toISOString().slice(0, 10)}` : "for ever";
  return [id, `${start}…`, member.email, scopes.join(","), state === "works" ? until : state, name].join(
    "  ",
  );
}

async function revoke(_: Values, named: string): Promise<Said> {
  return onDatabase(async () => {
    const [{ listTokens }, { revokeToken }] = await Promise.all([
      import("#lib/tokens/queries.ts"),
      import("#lib/tokens/commands.ts"),
    ]);
    const now = new Date();
    const found = (await listTokens({ now })).filter(
      ({ id, start }) =>
        id === named || (named.startsWith("pm_") && named.startsWith(start)) || start === named,
    );
    const [token] = found;
    if (!token) throw new Problem(`There is no token “${named}”.`);
    if (found.length > 1) throw new WrongUsage("Several tokens begin like that: name it by its id.");
    await revokeToken({ actor: null, tokenId: token.id, now });
    return { json: { id: token.id, revoked: true }, lines: [`Revoked “${token.name}”.`] };
  });
}
