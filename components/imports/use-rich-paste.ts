"use client";

import { type ClipboardEvent, type FormEvent, useRef, useState } from "react";

/** What tells an article's markup from plain words that only came with their colours. */
const STRUCTURE = /<(?:p|h[1-6]|li|blockquote|table|figure|pre|dl|a)[\s>]/i;

/**
 * Keeps the markup of what is pasted in a hidden field beside the box for the plain text. It holds for a paste that
 * becomes the whole text; whatever is typed afterwards makes the text the box's own again.
 */
export function useRichPaste() {
  const field = useRef<HTMLTextAreaElement>(null);
  const coming = useRef("");
  const [isRich, setIsRich] = useState(false);

  const keep = (html: string) => {
    if (!field.current || field.current.value === html) return;
    field.current.value = html;
    field.current.dispatchEvent(new Event("input", { bubbles: true }));
  };

  return {
    field,
    /** Whether what is in the box came with its structure. */
    isRich,
    usePlainText: () => keep(""),
    onPaste: ({ clipboardData, currentTarget: box }: ClipboardEvent<HTMLTextAreaElement>) => {
      const html = clipboardData.getData("text/html");
      const isAll = box.value.trim() === "" || box.selectionEnd - box.selectionStart === box.value.length;
      coming.current = isAll && STRUCTURE.test(html) ? html : "";
      // The browser puts the words in before anything else happens, with one input or several.
      setTimeout(() => {
        coming.current = "";
      });
    },
    onInput: ({ target }: FormEvent<HTMLFormElement>) => {
      if (target === field.current) setIsRich(field.current.value !== "");
      else if (target instanceof HTMLTextAreaElement) keep(coming.current);
    },
  };
}
