import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { formOf } from "#components/forms/form-of.ts";
import { announceBadge } from "#components/notifications/badge-signal.ts";
import { readThreadsAction } from "#lib/comments/actions.ts";
import { SIGN_IN_HERE } from "#lib/sign-in-here.ts";

/** Milliseconds for which new comments are collected before they are said to be read. */
const PAUSE = 800;

/** Says that threads were read as soon as something new in them has come into sight. `root` holds them. */
export function useReadMarks(root: RefObject<HTMLElement | null>, unreadIds: string): void {
  const seen = useRef(new Set<string>());
  const tell = useEffectEvent(async () => {
    const threadIds = [...seen.current].join();
    seen.current.clear();
    try {
      await readThreadsAction({ status: "idle" }, formOf({ threadIds, [SIGN_IN_HERE]: "" }));
      announceBadge();
    } catch {
      // They stay new: the next look at them says so again.
    }
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: other comments are new
  useEffect(() => {
    const fresh = root.current?.querySelectorAll<HTMLElement>("[data-unread]") ?? [];
    if (fresh.length === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        const threadId = target instanceof HTMLElement ? target.dataset.unread : undefined;
        if (!isIntersecting || !threadId || document.visibilityState === "hidden") continue;
        seen.current.add(threadId);
        observer.unobserve(target);
      }
      if (seen.current.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(tell, PAUSE);
    });
    for (const element of fresh) observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      if (seen.current.size > 0) tell();
    };
  }, [root, unreadIds]);
}
