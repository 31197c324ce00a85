import { COMMAND_IDS, type CommandId, type FixedKey } from "#lib/shortcuts/values.ts";

/** What commands do on a page. A command without a handler is not offered there. */
export type Handlers = { readonly [Id in CommandId | FixedKey]?: (() => unknown) | undefined };

/** The commands of what is on the screen. What came last answers first. */
export type CommandRegistry = {
  /** Takes part until the answer is called. The handlers are read at each press, so they may change. */
  add: (handlers: { readonly current: Handlers }) => () => void;
  find: (name: CommandId | FixedKey) => (() => unknown) | undefined;
  /** The commands that can be given now, in the order of `COMMANDS`. */
  offered: () => CommandId[];
};

export function createRegistry(): CommandRegistry {
  const all: { readonly current: Handlers }[] = [];
  const find: CommandRegistry["find"] = (name) => all.findLast(({ current }) => current[name])?.current[name];
  return {
    add: (handlers) => {
      all.push(handlers);
      return () => void all.splice(all.indexOf(handlers), 1);
    },
    find,
    offered: () => COMMAND_IDS.filter((id) => find(id) !== undefined),
  };
}
