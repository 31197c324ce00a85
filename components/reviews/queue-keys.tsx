"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { useShortcuts } from "#components/shortcuts/use-shortcuts.ts";
import { WIDE } from "#components/ui/use-media-query.ts";
import { addressWith, keepBeside } from "./beside-list.ts";
import { useOnLeft } from "./left-signal.ts";
import { type QueueLine, useQueueCommands } from "./use-queue-commands.ts";

/**
 * Moves through the list of the queue by J and K, and does by a key what each line can have done to it. On wide screens
 * a claim opens beside the list, by key or click; otherwise, and by Enter, its own page opens. When the claim beside the
 * list is done with, the next one opens. Without JavaScript the list is plain links.
 */
export function QueueKeys({ children }: { children: ReactNode }) {
  const router = useRouter();
  const listRef = useRef<HTMLDivElement>(null);
  /** Where in the list the claim beside it stands, or stood before it left the list. */
  const place = useRef(0);
  const commands = useQueueCommands();

  useEffect(() => {
    const at = linksIn(listRef.current).findIndex(isOpen);
    if (at >= 0) place.current = at;
  });

  function showBeside(link: HTMLAnchorElement) {
    router.replace(addressWith(link), { scroll: false });
  }

  function move(by: 1 | -1) {
    const links = linksIn(listRef.current);
    const focused = links.findIndex((link) => link.matches(":focus"));
    const current = focused >= 0 ? focused : links.findIndex(isOpen);
    const target = links[Math.min(Math.max(current + by, 0), links.length - 1)];
    target?.focus();
    if (target && matchMedia(WIDE).matches) showBeside(target);
  }

  function giveVerdict() {
    const field = document.querySelector<HTMLElement>("#verdict :is(input:checked, input[type=radio])");
    if (field?.checkVisibility()) return field.focus();
    const link = currentIn(listRef.current);
    if (link) router.push(`/desk/claims/${link.dataset.claim}?from=queue#verdict`);
  }

  const onLine = (run: (line: QueueLine) => Promise<void>) => () => {
    keepBeside();
    const link = currentIn(listRef.current);
    const { claim: claimId, high, mine } = link?.dataset ?? {};
    if (claimId) void run({ claimId, isHigh: high !== undefined, isMine: mine !== undefined });
  };

  useShortcuts({
    "queue.next": () => move(1),
    "queue.previous": () => move(-1),
    "queue.verdict": giveVerdict,
    "queue.take": () => document.querySelector<HTMLFormElement>("form#take-next")?.requestSubmit(),
    "queue.mine": onLine(commands.takeOrRelease),
    "queue.high": onLine(commands.prioritise),
    "queue.aside": onLine(commands.putAside),
    "queue.select": () => boxOf(currentIn(listRef.current))?.click(),
  });

  // The list may have lost the claim by now, or keep it in another state: then the one behind it is next.
  useOnLeft((claimId) => {
    if (!matchMedia(WIDE).matches) return;
    const links = linksIn(listRef.current);
    const at = links.findIndex((link) => link.dataset.claim === claimId);
    const next = links[at >= 0 ? at + 1 : Math.min(place.current, links.length - 1)];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    showBeside(next);
  });

  // A key press on a link is a click too, with no pointer: that opens the page.
  function choose(event: MouseEvent) {
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!isPlain || event.detail === 0 || !(event.target instanceof Element) || !matchMedia(WIDE).matches)
      return;
    const link = event.target.closest<HTMLAnchorElement>("a[data-claim]");
    if (!link) return;
    event.preventDefault();
    link.focus();
    showBeside(link);
  }

  return (
    <div ref={listRef} onClickCapture={choose}>
      {children}
    </div>
  );
}

function linksIn(list: HTMLElement | null): HTMLAnchorElement[] {
  return [...(list?.querySelectorAll<HTMLAnchorElement>("a[data-claim]") ?? [])];
}

/** What selects a line, to do something to several at once. */
const boxOf = (link: HTMLAnchorElement | undefined) =>
  link?.closest("li")?.querySelector<HTMLInputElement>("input[type=checkbox]");

const isOpen = (link: HTMLAnchorElement) => link.ariaCurrent === "true";

/** The line with the focus, or the one that is open beside the list. */
function currentIn(list: HTMLElement | null): HTMLAnchorElement | undefined {
  const links = linksIn(list);
  return links.find((link) => link.matches(":focus")) ?? links.find(isOpen);
}
