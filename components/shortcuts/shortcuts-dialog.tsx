"use client";

import Link from "next/link";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Dialog, useCloseDialog } from "#components/ui/dialog.tsx";
import type { CommandId } from "#lib/shortcuts/values.ts";
import { KeyOutcomeAloud, KeyRows } from "./key-rows.tsx";
import { ShortcutSwitch } from "./shortcut-switch.tsx";
import { useKeySettings } from "./use-key-settings.ts";

/** What the keys do on the page, the way to change them and to switch them off. */
export function ShortcutsDialog({
  commands,
  ...props
}: {
  /** Those the page offers. */
  commands: readonly CommandId[];
  open: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const { title, settingsHint } = useWords().shortcuts;
  return (
    <Dialog {...props} title={title} description={settingsHint}>
      <Content commands={commands} />
    </Dialog>
  );
}

function Content({ commands }: { commands: readonly CommandId[] }) {
  const { settings: allOfThem } = useWords().shortcuts;
  const settings = useKeySettings();
  const close = useCloseDialog();
  return (
    <div className="space-y-5">
      <KeyRows commands={commands} settings={settings} />
      <ShortcutSwitch settings={settings} />
      <KeyOutcomeAloud settings={settings} />
      <p className="text-end text-sm">
        <Link href="/desk/settings/shortcuts" onClick={close}>
          {allOfThem}
        </Link>
      </p>
    </div>
  );
}
