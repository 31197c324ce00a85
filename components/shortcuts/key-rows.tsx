"use client";

import { RotateCcw } from "lucide-react";
import { useId } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button, IconButton } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { fill } from "#lib/i18n/words.ts";
import {
  type CommandId,
  defaultKeyOf,
  FIXED_ROWS,
  type FixedRow,
  pageOf,
  SHORTCUT_PAGES,
} from "#lib/shortcuts/values.ts";
import { KeyRecorder } from "./key-recorder.tsx";
import { useModKey } from "./mod-key.ts";
import { useShortcutsContext } from "./shortcuts-context.ts";
import type { useKeySettings } from "./use-key-settings.ts";

type Settings = ReturnType<typeof useKeySettings>;

/** What keys do, page by page: those of `commands` to change, and those nobody can change. */
export function KeyRows({
  commands,
  settings,
  heading: Heading = "h3",
}: {
  commands: readonly CommandId[];
  settings: Settings;
  heading?: "h2" | "h3";
}) {
  const { pages } = useWords().shortcuts;
  const id = useId();
  return SHORTCUT_PAGES.map((page) => {
    const own = commands.filter((command) => pageOf(command) === page);
    if (own.length === 0) return null;
    const fixed = FIXED_ROWS.filter((row) => row.page === page);
    return (
      <section key={page} aria-labelledby={`${id}${page}`} className="key-section">
        <Heading id={`${id}${page}`} className="key-page">
          {pages[page]}
        </Heading>
        <ul>
          {own.map((command) => (
            <ChangeableRow key={command} command={command} settings={settings} />
          ))}
          {fixed.map((row) => (
            <FixedKeys key={row.id} row={row} />
          ))}
        </ul>
      </section>
    );
  });
}

function ChangeableRow({ command, settings }: { command: CommandId; settings: Settings }) {
  const words = useWords().shortcuts;
  const shortcuts = useShortcutsContext();
  const current = shortcuts?.keys[command] ?? null;
  const isOwn = current !== defaultKeyOf(command);
  return (
    <li className="key-row">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="min-w-0 flex-1 basis-48 text-pretty">{words.commands[command]}</span>
        <span className="flex items-center gap-1">
          {isOwn && (
            <IconButton
              label={fill(words.reset, { command: words.commands[command] })}
              onClick={() => settings.reset(command)}
            >
              <RotateCcw aria-hidden className="size-3.5" />
            </IconButton>
          )}
          <KeyRecorder
            command={command}
            current={current}
            onKey={(key) => settings.setKey(command, key, false)}
            onUnusable={(key) => settings.refuse(command, key)}
          />
        </span>
      </div>
      <Refusal command={command} settings={settings} />
    </li>
  );
}

/** Why this key was not changed, and the way to have it all the same. */
function Refusal({ command, settings }: { command: CommandId; settings: Settings }) {
  const words = useWords().shortcuts;
  const { outcome } = settings;
  if (outcome === null || outcome.command !== command || outcome.isGood) return null;
  const { message, swap } = outcome;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
      <p className="font-medium text-pretty text-false">{message}</p>
      {swap !== null && (
        <Button size="sm" onClick={() => settings.setKey(command, swap, true)}>
          {words.swap}
        </Button>
      )}
    </div>
  );
}

/** Says what came of the last change to those who cannot see it, and shows it where no row does. */
export function KeyOutcomeAloud({ settings }: { settings: Settings }) {
  const { outcome } = settings;
  const isSeen = outcome !== null && outcome.command === null && !outcome.isGood;
  return (
    <p role="status" className={isSeen ? "text-sm font-medium text-false" : "sr-only"}>
      {outcome?.message}
    </p>
  );
}

function FixedKeys({ row }: { row: FixedRow }) {
  const { fixed } = useWords().shortcuts;
  const mod = useModKey();
  return (
    <li className="key-row flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <span className="min-w-0 flex-1 basis-48 text-pretty">{fixed[row.id]}</span>
      <span className="flex gap-1 px-2">
        {row.keys.map((key) => (
          <Kbd key={key}>{key === "Mod" ? mod : key}</Kbd>
        ))}
      </span>
    </li>
  );
}
