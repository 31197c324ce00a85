"use client";

import { usePathname } from "next/navigation";
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useShortcutsContext } from "#components/shortcuts/shortcuts-context.ts";
import { useToast } from "#components/ui/toast.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import type { CommandId } from "#lib/shortcuts/values.ts";
import { keepPlace } from "./kept-place.ts";
import { typeAhead } from "./typed-ahead.ts";
import { usePaletteKey } from "./use-palette-key.ts";
import { noteVisit, visitOf } from "./visits.ts";

/** Comes when it is wanted for the first time: no page has to carry it. */
const loadDialog = () => import("./palette-dialog.tsx").then(({ PaletteDialog }) => PaletteDialog);

type Opened = {
  Dialog: Awaited<ReturnType<typeof loadDialog>>;
  isOpen: boolean;
  commands: readonly CommandId[];
  typed: string;
};

type Palette = {
  open: () => void;
  /** Begins to load what opening needs. */
  prepare: () => void;
};

const PaletteContext = createContext<Palette>({ open: () => {}, prepare: () => {} });

export const usePalette = (): Palette => use(PaletteContext);

/** The palette of the desk: Ctrl or Cmd with K opens it wherever one is. Remembers what was looked at. */
export function PaletteProvider({ actor, children }: { actor: Actor; children: ReactNode }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const goBack = useRef(() => {});
  const open = useOpen((next) => {
    goBack.current = keepPlace();
    setOpened(next);
  });
  const close = () => setOpened((before) => before && { ...before, isOpen: false });
  usePaletteKey({ onPress: () => (opened?.isOpen ? close() : open()), onModKey: prepare });
  useVisits(actor.id);
  const palette = useMemo(() => ({ open, prepare }), [open]);
  return (
    <PaletteContext value={palette}>
      {children}
      {opened && (
        <opened.Dialog
          actor={actor}
          commands={opened.commands}
          typed={opened.typed}
          open={opened.isOpen}
          onOpenChange={close}
          onBack={() => goBack.current()}
        />
      )}
    </PaletteContext>
  );
}

/** Milliseconds somebody's keys are held back for a dialog that is on its way. */
const PATIENCE = 3_000;

const nothingAfter = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms));

/** Out of reach now: then opening says so. */
const prepare = (): void => void loadDialog().catch(() => {});

function useOpen(show: (opened: Opened) => void): () => Promise<void> {
  const registry = useShortcutsContext()?.registry;
  const toast = useToast();
  const { unreachable } = useWords().palette;
  const isOnItsWay = useRef(false);
  return async () => {
    if (isOnItsWay.current) return;
    isOnItsWay.current = true;
    const ahead = typeAhead();
    const Dialog = await Promise.race([loadDialog().catch(() => null), nothingAfter(PATIENCE)]);
    const typed = ahead.end();
    isOnItsWay.current = false;
    if (Dialog === null) toast({ title: unreachable });
    else if (typed !== null) show({ Dialog, isOpen: true, commands: registry?.offered() ?? [], typed });
  };
}

function useVisits(memberId: string): void {
  const path = usePathname();
  useEffect(() => {
    const visit = visitOf(path);
    if (visit) noteVisit(memberId, visit);
  }, [memberId, path]);
}
