/** The pages that have shortcuts of their own, and what works on all of them. */
export const SHORTCUT_PAGES = ["everywhere", "article", "queue", "repairs", "comparison"] as const;
export type ShortcutPage = (typeof SHORTCUT_PAGES)[number];

type Command = {
  page: ShortcutPage;
  /** The key until a member chooses another, as `KeyboardEvent.key` names it. */
  key: string;
  /** Goes on while the key is held. */
  repeats?: true;
};

/**
 * Every command a single key gives, by name. A page of the desk says what a command does there by `useShortcuts`;
 * its words are `words.shortcuts.commands`. Two commands of one page, or one of a page and one of everywhere, never
 * have the same key.
 */
export const COMMANDS = {
  "help.open": { page: "everywhere", key: "?" },

  "claim.create": { page: "article", key: "c" },
  "article.sentences": { page: "article", key: "s" },
  "article.caret": { page: "article", key: "i" },
  "claim.next": { page: "article", key: "j", repeats: true },
  "claim.previous": { page: "article", key: "k", repeats: true },
  "claim.next-open": { page: "article", key: "n", repeats: true },
  "claim.previous-open": { page: "article", key: "p", repeats: true },
  "claim.edit": { page: "article", key: "e" },
  "claim.also-here": { page: "article", key: "a" },
  "article.suggestions": { page: "article", key: "g" },

  "queue.next": { page: "queue", key: "j", repeats: true },
  "queue.previous": { page: "queue", key: "k", repeats: true },
  "queue.verdict": { page: "queue", key: "e" },
  "queue.take": { page: "queue", key: "t" },
  "queue.mine": { page: "queue", key: "m" },
  "queue.high": { page: "queue", key: "h" },
  "queue.aside": { page: "queue", key: "d" },
  "queue.select": { page: "queue", key: "x" },

  "repair.next": { page: "repairs", key: "j", repeats: true },
  "repair.previous": { page: "repairs", key: "k", repeats: true },
  "repair.confirm": { page: "repairs", key: "c" },
  "repair.choose": { page: "repairs", key: "r" },
  "repair.detach": { page: "repairs", key: "d" },

  "change.next": { page: "comparison", key: "n", repeats: true },
  "change.previous": { page: "comparison", key: "p", repeats: true },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof COMMANDS;
export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[];

export const pageOf = (id: CommandId): ShortcutPage => COMMANDS[id].page;
export const defaultKeyOf = (id: CommandId): string => COMMANDS[id].key;
export const repeats = (id: CommandId): boolean => "repeats" in COMMANDS[id];

/** Keys that mean the same to everybody. Those with an entry in `FIXED_ROWS` stand in the list of shortcuts. */
export const FIXED_KEYS = ["Escape", "1", "2", "3", "4", "5"] as const;
export type FixedKey = (typeof FIXED_KEYS)[number];

/** What a key does that nobody can change, as it is printed on the keyboard. `Mod` is Ctrl, on a Mac Cmd. */
export const FIXED_ROWS = [
  { id: "palette.open", page: "everywhere", keys: ["Mod", "K"] },
  { id: "article.open", page: "article", keys: ["↵"] },
  { id: "article.trim", page: "article", keys: ["←", "→"] },
  { id: "article.send", page: "article", keys: ["Mod", "↵"] },
  { id: "article.close", page: "article", keys: ["Esc"] },
  { id: "queue.open", page: "queue", keys: ["↵"] },
  { id: "queue.range", page: "queue", keys: ["Shift", "click"] },
  { id: "queue.none", page: "queue", keys: ["Esc"] },
  { id: "repair.confirm", page: "repairs", keys: ["↵"] },
  { id: "repair.candidate", page: "repairs", keys: ["1 – 5"] },
] as const satisfies readonly { id: string; page: ShortcutPage; keys: readonly string[] }[];
export type FixedRow = (typeof FIXED_ROWS)[number];

/** The keys one member chose. Null: the command has no key for them. Missing: its default. */
export type OwnKeys = { readonly [Id in CommandId]?: string | null };

/** What one member decided about shortcuts. */
export type ShortcutSettings = { isOff: boolean; keys: OwnKeys };

export const DEFAULT_SETTINGS: ShortcutSettings = { isOff: false, keys: {} };

/** Whether it is one character that can be typed with one key: no space, no digit, no control character. */
export const isSingleKey = (key: string): boolean => /^[^\s\p{C}\p{N}]$/u.test(key);
