"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { fill } from "#lib/i18n/words.ts";

/** No way back to the page: it shows, and would send, what another member wrote. */
export function SomebodyElse({ name, before }: { name: string; before: string }) {
  const words = useWords().auth.again;
  const reload = () => location.reload();
  return (
    <Dialog
      open
      onOpenChange={reload}
      size="sm"
      title={fill(words.otherTitle, { name })}
      description={fill(words.other, { before })}
    >
      <div className="flex justify-end">
        <Button variant="primary" onClick={reload}>
          {fill(words.reload, { name })}
        </Button>
      </div>
    </Dialog>
  );
}
