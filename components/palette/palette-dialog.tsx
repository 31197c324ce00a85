"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search as SearchIcon, X } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { type ComponentProps, type Ref, useRef, useState } from "react";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { useShortcutsContext } from "#components/shortcuts/shortcuts-context.ts";
import { IconButton } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import { plural } from "#lib/i18n/words.ts";
import type { CommandId } from "#lib/shortcuts/values.ts";
import type { Entry, EntryGroup } from "./palette-entries.ts";
import { PaletteLine } from "./palette-line.tsx";
import { PaletteNotice } from "./palette-notice.tsx";
import { useEntries } from "./use-entries.ts";
import { type Search, useFound } from "./use-found.ts";
import { readVisits, visitOf } from "./visits.ts";

/** Searching the desk, going to places and giving the commands of the page, in one field. */
export function PaletteDialog({
  open,
  onOpenChange,
  onBack,
  ...content
}: {
  open: boolean;
  onOpenChange: () => void;
  /** It has gone, and the page stays: brings back the focus and the selection. */
  onBack: () => void;
} & Omit<ComponentProps<typeof Content>, "onChoose">) {
  const words = useWords().palette;
  const registry = useShortcutsContext()?.registry;
  const router = useRouter();
  const chosen = useRef<Entry | null>(null);
  const choose = (entry: Entry) => {
    chosen.current = entry;
    onOpenChange();
    if ("href" in entry.does) router.push(entry.does.href);
  };
  // A command is given when focus and selection are back where they were: it may be about them. Done here, as the
  // dialog would give the focus back later, and to the first link in what had it.
  const afterwards = (isOpen: boolean) => {
    if (isOpen) return;
    const does = chosen.current?.does;
    chosen.current = null;
    if (does && "href" in does) return;
    onBack();
    if (does) registry?.find(does.command)?.();
  };
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange} onOpenChangeComplete={afterwards}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Viewport className="palette-viewport">
          <Dialog.Popup className="dialog-popup palette" finalFocus={false}>
            <Dialog.Title className="sr-only">{words.title}</Dialog.Title>
            <Content {...content} onChoose={choose} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Content({
  actor,
  commands,
  typed,
  onChoose,
}: {
  actor: Actor;
  /** What could be done on the page when it was opened. */
  commands: readonly CommandId[];
  /** What was typed before it was there. */
  typed: string;
  onChoose: (entry: Entry) => void;
}) {
  const words = useWords();
  const [query, setQuery] = useState(typed);
  const here = visitOf(usePathname());
  const [visits] = useState(() => readVisits(actor.id).filter(({ id }) => id !== here?.id));
  const search = useFound(query, visits);
  const groups = useEntries({ actor, commands, query, search, visits });
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const field = useRef<HTMLInputElement>(null);
  // The button for it goes, and must not take the focus along.
  const askAgain = () => {
    field.current?.focus();
    search.retry();
  };
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      filter={null}
      value={query}
      onValueChange={(value, { reason }) => reason !== "item-press" && setQuery(value)}
      autoHighlight="always"
      keepHighlight
    >
      <Field ref={field} />
      <Status search={search} count={count} />
      <div className="palette-results">
        <PaletteNotice search={search} isEmpty={count === 0} onAskAgain={askAgain} />
        <Autocomplete.List aria-label={words.palette.title}>
          {(group: EntryGroup) => (
            <Autocomplete.Group key={group.value} items={group.items} className="palette-group">
              <Autocomplete.GroupLabel className="palette-heading">{group.value}</Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(entry: Entry) => (
                  <PaletteLine key={entry.value} entry={entry} onChoose={() => onChoose(entry)} />
                )}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
      </div>
      <Hints />
    </Autocomplete.Root>
  );
}

function Field({ ref }: { ref: Ref<HTMLInputElement> }) {
  const words = useWords();
  return (
    <div className="palette-field">
      <SearchIcon aria-hidden className="size-4.5 shrink-0 text-muted" />
      <Autocomplete.Input
        ref={ref}
        aria-label={words.palette.field}
        placeholder={words.palette.placeholder}
        maxLength={200}
        enterKeyHint="go"
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        className="palette-input"
      />
      <Dialog.Close
        render={
          <IconButton label={words.common.close}>
            <X aria-hidden className="size-4.5" />
          </IconButton>
        }
      />
    </div>
  );
}

/** How many lines there are, for those who do not see them. */
function Status({ search, count }: { search: Search; count: number }) {
  const { palette } = useWords();
  const locale = useLocale();
  return (
    <Autocomplete.Status className="sr-only">
      {search.status === "searching" && count === 0
        ? palette.searching
        : plural(locale, palette.results, count)}
    </Autocomplete.Status>
  );
}

function Hints() {
  const { hints } = useWords().palette;
  return (
    <p className="palette-hints">
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {hints.choose}
      </span>
      <span>
        <Kbd>↵</Kbd> {hints.open}
      </span>
      <span>
        <Kbd>Esc</Kbd> {hints.close}
      </span>
    </p>
  );
}
