"use client";

import { Bookmark } from "lucide-react";
import { useEffect, useRef } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";

/** A bookmark that opens the desk's form for the page one is reading. Nothing happens until somebody presses there. */
export function Bookmarklet() {
  const texts = useWords().connections.bookmarklet;
  const link = useRef<HTMLAnchorElement>(null);
  const field = useRef<HTMLInputElement>(null);
  // React writes no address that is a script; this one is ours, and is to be dragged and not followed.
  useEffect(() => {
    const form = JSON.stringify(`${window.location.origin}/desk/articles/new?url=`);
    const script = `javascript:void open(${form}+encodeURIComponent(location.href),"_blank","noopener")`;
    link.current?.setAttribute("href", script);
    if (field.current) field.current.value = script;
    const stay = (event: Event) => event.preventDefault();
    const { current } = link;
    current?.addEventListener("click", stay);
    return () => current?.removeEventListener("click", stay);
  }, []);
  return (
    <div className="space-y-4">
      <p className="text-pretty text-muted">{texts.text}</p>
      <a
        ref={link}
        href="#bookmarklet"
        className={buttonStyle({ variant: "secondary", className: "cursor-grab" })}
      >
        <Bookmark aria-hidden className="size-4" />
        {texts.name}
      </a>
      <label className="block text-sm">
        <span className="mb-1.5 block text-pretty text-muted">{texts.byHand}</span>
        <input
          ref={field}
          readOnly
          dir="ltr"
          defaultValue=""
          onFocus={({ currentTarget }) => currentTarget.select()}
          className="control font-mono text-sm"
        />
      </label>
    </div>
  );
}
