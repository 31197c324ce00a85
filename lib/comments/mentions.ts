import { nameKey } from "#lib/input.ts";
import type { Piece } from "./schema.ts";

// A member who is meant stands in a comment as `@[id]`. People type and read a name: `@Ana Silva`, or the address
// where two have the same name. So a member who is renamed later is shown by the new name, and a name in a comment
// never turns into somebody else's.

export type Mentionable = { id: string; name: string; email: string };

const TOKEN = /@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/gu;
/** What may not follow a name: then it is another, longer word. */
const WORD = /^[\p{L}\p{N}_-]/u;
/** What may not stand before the sign: `ana@home` means nobody. */
const WORD_BEFORE = /[\p{L}\p{N}_.+-]$/u;

/** What people type for a member: the name, or the address when it is not theirs alone. */
export function handleOf(member: Mentionable, members: readonly Mentionable[]): string {
  const same = members.filter(({ name }) => nameKey(name) === nameKey(member.name));
  return same.length > 1 ? member.email : member.name;
}

/** What was typed as it is stored: of several handles that fit, the longest is meant. A name two people have means nobody. */
export function storeMentions(typed: string, members: readonly Mentionable[]): string {
  const handles = handlesOf(members);
  let stored = "";
  let from = 0;
  for (let at = typed.indexOf("@"); at >= 0; at = typed.indexOf("@", from)) {
    const found = WORD_BEFORE.test(typed.slice(Math.max(0, at - 2), at))
      ? null
      : handleAt(typed, at + 1, handles);
    stored += typed.slice(from, at) + (found ? `@[${found.id}]` : "@");
    from = at + 1 + (found?.length ?? 0);
  }
  return stored + typed.slice(from);
}

/** Members' ids by their handles, and those by how long they are, the longest first. */
type Handles = [length: number, ids: ReadonlyMap<string, string>][];

function handlesOf(members: readonly Mentionable[]): Handles {
  const taken = Map.groupBy(members, ({ name }) => nameKey(name));
  const handles = members.flatMap(({ id, name, email }) => [
    { words: email, id },
    ...(taken.get(nameKey(name))?.length === 1 ? [{ words: name, id }] : []),
  ]);
  return [...Map.groupBy(handles, ({ words }) => words.length)]
    .sort(([a], [b]) => b - a)
    .map(([length, some]) => [length, new Map(some.map(({ words, id }) => [nameKey(words), id]))]);
}

function handleAt(typed: string, at: number, handles: Handles): { id: string; length: number } | null {
  for (const [length, ids] of handles) {
    const words = typed.slice(at, at + length);
    if (words.length < length || WORD.test(typed.slice(at + length, at + length + 2))) continue;
    const id = ids.get(nameKey(words));
    if (id !== undefined) return { id, length };
  }
  return null;
}

/** The ids of everybody a stored comment means, each once. */
export function mentionedIn(body: string): string[] {
  return [...new Set([...body.matchAll(TOKEN)].flatMap(([, id]) => id ?? []))];
}

/** A stored comment in parts, members by their present names. An id that is nobody's stays as it was typed. */
export function piecesOf(body: string, names: ReadonlyMap<string, string>): Piece[] {
  const pieces: Piece[] = [];
  const addText = (text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === "text") last.text += text;
    else if (text !== "") pieces.push({ kind: "text", text });
  };
  let end = 0;
  for (const match of body.matchAll(TOKEN)) {
    const [token, memberId = ""] = match;
    const name = names.get(memberId);
    addText(body.slice(end, match.index));
    if (name === undefined) addText(token);
    else pieces.push({ kind: "member", memberId, name });
    end = match.index + token.length;
  }
  addText(body.slice(end));
  return pieces;
}

/** A stored comment as its writer types it, to be changed. */
export function typedOf(body: string, members: readonly Mentionable[]): string {
  const byId = new Map(members.map((member) => [member.id, member]));
  return body.replace(TOKEN, (token, id: string) => {
    const member = byId.get(id);
    return member ? `@${handleOf(member, members)}` : token;
  });
}

/** A stored comment as plain words, for lists and e-mails. */
export function plainOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === "text" ? piece.text : `@${piece.name}`)).join("");
}
