"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, useRef } from "react";
import { useShortcuts } from "#components/shortcuts/use-shortcuts.ts";
import { WIDE } from "#components/ui/use-media-query.ts";

/**
 * Moves through the list of the queue by J and K. On wide screens a claim opens beside the list, by key or click;
 * otherwise, and by Enter, its own page opens. Without JavaScript the list is plain links.
 */
export function QueueKeys({ children }: { children: ReactNode }) {
  const router = useRouter();
  const listRef = useRef<HTMLDivElement>(null);

  function linksIn() {
    return [...(listRef.current?.querySelectorAll<HTMLAnchorElement>("a[data-claim]") ?? [])];
  }

  function showBeside(link: HTMLAnchorElement) {
    const address = new URL(location.href);
    address.searchParams.set("claim", link.dataset.claim ?? "");
    router.replace(address.pathname + address.search, { scroll: false });
  }

  function move(by: 1 | -1) {
    const links = linksIn();
    const focused = links.findIndex((link) => link.matches(":focus"));
    const current = focused >= 0 ? focused : links.findIndex((link) => link.ariaCurrent === "true");
    const target = links[Math.min(Math.max(current + by, 0), links.length - 1)];
    target?.focus();
    if (target && matchMedia(WIDE).matches) showBeside(target);
  }

  function giveVerdict() {
    const field = document.querySelector<HTMLElement>("#verdict :is(input:checked, input[type=radio])");
    if (field?.checkVisibility()) return field.focus();
    const links = linksIn();
    const link =
      links.find((one) => one.matches(":focus")) ?? links.find((one) => one.ariaCurrent === "true");
    if (link) router.push(`/desk/claims/${link.dataset.claim}?from=queue#verdict`);
  }

  useShortcuts({
    "queue.next": () => move(1),
    "queue.previous": () => move(-1),
    "queue.verdict": giveVerdict,
    "queue.take": () => document.querySelector<HTMLFormElement>("form#take-next")?.requestSubmit(),
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
