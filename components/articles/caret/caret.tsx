"use client";

import "./caret.css";
import { type RefObject, useEffect, useEffectEvent, useId, useLayoutEffect, useRef } from "react";
import type { DeskArticle } from "#components/articles/store/desk-claim.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { chosenBy } from "#lib/anchoring/caret.ts";
import { CaretHint } from "./caret-hint.tsx";
import { blockElement, placeInWindow } from "./caret-place.ts";
import type { CaretMode } from "./use-caret-mode.ts";

/**
 * The caret of caret mode: one element placed over the text, which also has the focus and takes the keys. It alone
 * is an `application`, so that screen readers pass the arrows on while it has the focus; the article around it stays
 * a document they read in their own way, before, after and beside it.
 */
export function CaretInText({
  root,
  article,
  mode,
}: {
  root: RefObject<HTMLElement | null>;
  article: DeskArticle;
  mode: CaretMode;
}) {
  const texts = useWords().articles.caret;
  const hint = useId();
  const bar = useRef<HTMLDivElement>(null);
  const head = mode.caret?.head;

  const place = useEffectEvent(() => {
    if (bar.current === null || root.current === null || head === undefined) return;
    placeCaret(bar.current, root.current, article, head);
  });
  useLayoutEffect(() => {
    if (head !== undefined) place();
  }, [head]);
  useEffect(() => {
    if (root.current === null) return;
    const observer = new ResizeObserver(() => place());
    observer.observe(root.current);
    return () => observer.disconnect();
  }, [root]);
  const isOn = head !== undefined;
  useEffect(() => {
    if (isOn) bar.current?.focus({ preventScroll: true });
  }, [isOn]);

  return (
    <>
      <div data-not-text>
        {isOn && (
          <div
            ref={bar}
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes all keys of caret mode
            tabIndex={0}
            aria-label={texts.name}
            aria-describedby={hint}
            onKeyDown={mode.onKeyDown}
            className="text-caret"
          />
        )}
        {isOn && (
          <p id={hint} hidden>
            {texts.hint}
          </p>
        )}
        <p aria-live="polite" className="sr-only">
          {isOn && mode.said.words}
          {/* The same words again are news only when something about them is new. */}
          {isOn && mode.said.count % 2 === 1 && "\u00A0"}
        </p>
      </div>
      {mode.caret && <CaretHint hasWords={chosenBy(mode.caret) !== null} />}
    </>
  );
}

function placeCaret(bar: HTMLElement, root: HTMLElement, article: DeskArticle, head: number): void {
  // Cells may be scrolled out of sight inside their table.
  blockElement(root, article, head)
    ?.closest("td, th")
    ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  const place = placeInWindow(root, article, head);
  if (place === null) return;
  const origin = root.getBoundingClientRect();
  bar.style.setProperty("--x", `${place.x - origin.left}px`);
  bar.style.setProperty("--y", `${place.top - origin.top}px`);
  bar.style.setProperty("--height", `${place.bottom - place.top}px`);
  bar.scrollIntoView({ block: "nearest" });
}
