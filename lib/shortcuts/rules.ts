import type { Refusal } from "#lib/errors.ts";
import type { ChangeKeyInput } from "./schema.ts";
import { COMMAND_IDS, type CommandId, defaultKeyOf, type OwnKeys, pageOf } from "./values.ts";

/** Which key gives which command, for one member; null: none. */
export type KeyMap = Readonly<Record<CommandId, string | null>>;

/**
 * A member's keys. What they chose counts first: a default that came later and would take a chosen key away waits
 * without one until they give it one.
 */
export function resolveKeys(own: OwnKeys): KeyMap {
  const chosen = COMMAND_IDS.filter((id) => own[id] !== undefined);
  const isTaken = (id: CommandId, key: string) =>
    chosen.some((other) => own[other] === key && shareAPage(id, other));
  const keyOf = (id: CommandId): string | null => {
    const ownKey = own[id];
    if (ownKey !== undefined) return ownKey;
    const key = defaultKeyOf(id);
    return isTaken(id, key) ? null : key;
  };
  return Object.fromEntries(COMMAND_IDS.map((id) => [id, keyOf(id)])) as KeyMap;
}

/** Whether both can be meant by the same press. */
function shareAPage(one: CommandId, other: CommandId): boolean {
  const [a, b] = [pageOf(one), pageOf(other)];
  return one !== other && (a === b || a === "everywhere" || b === "everywhere");
}

/** Who has this key already where the command would work; null when nobody has. */
export function clashOf(
  map: KeyMap,
  { command, key }: { command: CommandId; key: string },
): CommandId | null {
  return COMMAND_IDS.find((id) => map[id] === key && shareAPage(id, command)) ?? null;
}

type Changed = { keys: OwnKeys } | { refusal: Refusal };

/**
 * Gives a command another key. Refused while another command has it, unless they are to swap; refused then too when
 * the key that is given in return is taken on the other's page.
 */
export function changeKey(own: OwnKeys, { command, key, swap }: ChangeKeyInput): Changed {
  const map = resolveKeys(own);
  const clash = key === null ? null : clashOf(map, { command, key });
  if (clash === null) return { keys: { ...own, [command]: key } };
  if (!swap) return taken(clash, key);
  const keys = { ...own, [command]: key, [clash]: map[command] };
  const after = resolveKeys(keys);
  // Somebody else may have either key too: chosen, or as a default that would have to wait.
  const third = COMMAND_IDS.find((id) => {
    if (id === command || id === clash) return false;
    const has = map[id];
    return has !== null && (after[id] !== has || clashOf(after, { command: id, key: has }) !== null);
  });
  return third === undefined ? { keys } : taken(third, map[third]);
}

function taken(holder: CommandId, key: string | null): Changed {
  return {
    refusal: {
      reason: "shortcut_taken",
      values: { key: key === null ? "" : spokenKey(key), command: holder },
    },
  };
}

/** Back to the default of one command, or of all. Whoever took that key meanwhile goes back to their default too. */
export function resetKeys(own: OwnKeys, command: CommandId | undefined): OwnKeys {
  if (command === undefined) return {};
  const rest: OwnKeys = Object.fromEntries(Object.entries(own).filter(([id]) => id !== command));
  const clash = clashOf(resolveKeys(rest), { command, key: defaultKeyOf(command) });
  return clash === null ? rest : resetKeys(resetKeys(rest, clash), command);
}

/** A press of a key, as the browser tells it. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "shiftKey"> & { isCapsLock: boolean };

/**
 * What one press can mean, the likeliest first, as `KeyMap` writes keys.
 *
 * First the character the layout gives. On a layout of another script (Russian, Greek, Hebrew, Arabic …) no key gives
 * "c", so a letter that is not Latin also counts as the one printed there on a QWERTY keyboard, told by
 * `KeyboardEvent.code`: "с" of KeyC is "c". Latin layouts (AZERTY, Dvorak) give Latin letters and are taken by them.
 * The Arabic question mark is one. Caps Lock changes nothing: without Shift a letter is small.
 */
export function meaningsOf({ key, code, shiftKey, isCapsLock }: KeyPress): string[] {
  if ([...key].length !== 1) return [key];
  const typed = isCapsLock ? inCase(key, shiftKey) : key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined && !/^[\p{Script=Latin}\p{ASCII}]$/u.test(key))
    return [typed, inCase(letter, shiftKey)];
  return key === "؟" ? [typed, "?"] : [typed];
}

/** Only letters of two cases have one that fits. */
function inCase(key: string, isCapital: boolean): string {
  const changed = isCapital ? key.toUpperCase() : key.toLowerCase();
  return changed.length === key.length ? changed : key;
}

/** Whether the browser is putting a character together (an input method, a dead key): then no key is a command. */
export function isComposing({
  isComposing: isUnderWay,
  keyCode,
  key,
}: Pick<KeyboardEvent, "isComposing" | "keyCode" | "key">): boolean {
  // 229: Safari ends the composition before the key that ended it arrives, and Chrome on Android sends nothing else.
  return isUnderWay || keyCode === 229 || key === "Process" || key === "Dead";
}

/** A key as it is printed on the keyboard: "c" is C, "C" is Shift and C. */
export function printedKeys(key: string): string[] {
  const upper = key.toUpperCase();
  if (upper === key.toLowerCase() || upper.length !== key.length) return [key];
  return key === upper ? ["Shift", key] : [upper];
}

/** The same in one go, for sentences and names. */
export const spokenKey = (key: string): string => printedKeys(key).join(" ");
