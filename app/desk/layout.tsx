import type { ReactNode } from "react";
import { ConnectionNotice } from "#components/connection/connection-notice.tsx";
import { CallProvider } from "#components/forms/call.tsx";
import { LocaleProvider } from "#components/locale/locale-provider.tsx";
import { OwnLanguage } from "#components/locale/own-language.tsx";
import { PaletteProvider } from "#components/palette/palette-provider.tsx";
import { DeskShell } from "#components/shell/desk-shell.tsx";
import { ShortcutsProvider } from "#components/shortcuts/shortcuts-provider.tsx";
import { SignedInProvider } from "#components/sign-in/signed-in.tsx";
import { ToastProvider } from "#components/ui/toast.tsx";
import { requireActor } from "#lib/auth/session.ts";
import { signOutAction } from "#lib/members/actions.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadUnreadCount } from "#lib/notifications/loaders.ts";
import { loadRepairCounts } from "#lib/passages/loaders.ts";
import { loadQueueCounts } from "#lib/queue/loaders.ts";
import { loadShortcuts } from "#lib/shortcuts/loaders.ts";
import { loadTipCount } from "#lib/tips/loaders.ts";
import { loadTaskCounts } from "#lib/watch/loaders.ts";

/** Draws the frame. It is not the gate: layouts do not run again on every navigation; each page's loader is. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const [{ words, newsroom }, queue, repairs, tasks, tips, shortcuts, unread] = await Promise.all([
    loadConventions(),
    loadQueueCounts(),
    loadRepairCounts(),
    loadTaskCounts(),
    loadTipCount(),
    loadShortcuts(),
    loadUnreadCount(),
  ]);
  return (
    <LocaleProvider locale={newsroom.locale} timeZone={newsroom.timeZone}>
      <ToastProvider>
        <SignedInProvider member={{ id: actor.id, name: actor.name }}>
          <ConnectionNotice />
          <CallProvider>
            <ShortcutsProvider settings={shortcuts}>
              <PaletteProvider actor={actor}>
                <OwnLanguage locale={newsroom.locale}>
                  <DeskShell
                    words={words}
                    locale={newsroom.locale}
                    newsroomName={newsroom.name}
                    actor={actor}
                    counts={{
                      ...(queue && { work: queue.mine, queue: queue.next + queue.second }),
                      repairs: repairs.all,
                      sourceTasks: tasks.all,
                      tips,
                      notifications: unread,
                    }}
                    signOut={signOutAction}
                  >
                    {children}
                  </DeskShell>
                </OwnLanguage>
              </PaletteProvider>
            </ShortcutsProvider>
          </CallProvider>
        </SignedInProvider>
      </ToastProvider>
    </LocaleProvider>
  );
}
