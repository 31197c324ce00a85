"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { ShortcutsDialog } from "#components/shortcuts/shortcuts-dialog.tsx";

/** What the keys do on the article's page. */
export function ArticleShortcuts({ onClose }: { onClose: () => void }) {
  const { articles, common } = useWords();
  const words = articles.shortcuts;
  return (
    <ShortcutsDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      rows={[
        [["C"], words.claim],
        [["S"], words.sentences],
        [["[", "]"], words.trim],
        [["J"], words.next],
        [["K"], words.previous],
        [["↵"], words.open],
        [["E"], words.edit],
        [["Ctrl", "↵"], words.send],
        [["Esc"], words.close],
        [["?"], common.shortcuts.help],
      ]}
    />
  );
}
