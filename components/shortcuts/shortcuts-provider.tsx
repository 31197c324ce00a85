"use client";

import { type ReactNode, useMemo, useState } from "react";
import { onDemand } from "#components/connection/on-demand.tsx";
import { resolveKeys } from "#lib/shortcuts/rules.ts";
import type { CommandId, ShortcutSettings } from "#lib/shortcuts/values.ts";
import { createRegistry } from "./command-registry.ts";
import { ShortcutsContext } from "./shortcuts-context.ts";
import { useKeyPresses } from "./use-key-presses.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const ShortcutsDialog = onDemand(
  async () => (await import("./shortcuts-dialog.tsx")).ShortcutsDialog,
  ({ onOpenChange }) => onOpenChange(false),
);

/**
 * The shortcuts of the desk for one member. `settings` come with the page, so that the right keys are there from the
 * first drawing on.
 */
export function ShortcutsProvider({
  settings,
  children,
}: {
  settings: ShortcutSettings;
  children: ReactNode;
}) {
  const [own, apply] = useOwnSettings(settings);
  const [registry] = useState(createRegistry);
  const keys = useMemo(() => resolveKeys(own.keys), [own.keys]);
  const [listed, setListed] = useState(CLOSED);
  useKeyPresses({ registry, keys, isOff: own.isOff });
  const value = useMemo(
    () => ({
      settings: own,
      keys,
      registry,
      apply,
      showHelp: () => setListed({ commands: registry.offered(), isOpen: true }),
    }),
    [own, keys, registry, apply],
  );
  return (
    <ShortcutsContext value={value}>
      {children}
      <HelpCommand onOpen={value.showHelp} />
      {listed !== CLOSED && (
        <ShortcutsDialog
          commands={listed.commands}
          open={listed.isOpen}
          onOpenChange={(isOpen) => setListed({ ...listed, isOpen })}
        />
      )}
    </ShortcutsContext>
  );
}

const CLOSED: { commands: readonly CommandId[]; isOpen: boolean } = { commands: [], isOpen: false };

function HelpCommand({ onOpen }: { onOpen: () => void }) {
  useShortcuts({ "help.open": onOpen });
  return null;
}

/** What the page came with, until the member changes something here; then until a newer page comes. */
function useOwnSettings(settings: ShortcutSettings) {
  const [own, setOwn] = useState(settings);
  const [given, setGiven] = useState(settings);
  if (JSON.stringify(given) !== JSON.stringify(settings)) {
    setGiven(settings);
    setOwn(settings);
  }
  return [own, setOwn] as const;
}
