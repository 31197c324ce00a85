"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { PresenceInput } from "#lib/presence/schema.ts";
import { CLAIM_FIELDS, type ClaimField, PRESENCE } from "#lib/presence/values.ts";

/** Milliseconds in which a person's moves are told as one. */
const SETTLED = 250;

type Place = { articleId: string; claimId: string | null; isEditing: boolean };

/** Tells the others where the person at this page is, as long as it is in sight. */
export function usePresence({ articleId, claimId, isEditing }: Place): void {
  const [tab] = useState(newId);
  const [field, setField] = useState<ClaimField | null>(null);
  const isHere = useRef(false);

  const last = useRef<Promise<unknown>>(Promise.resolve());

  /** One after the other: of two that crossed on their way, the older would have the last word. */
  const send = (input: PresenceInput) => {
    const post = () =>
      fetch(`/api/desk/articles/${articleId}/presence`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(input),
        keepalive: true,
      }).catch(() => null); // The next sign of life mends a lost one.
    // Who leaves cannot wait: nothing runs here any more.
    last.current = "isLeaving" in input ? post() : last.current.then(post);
  };
  const tell = useEffectEvent(() => {
    if (document.visibilityState !== "visible") return;
    isHere.current = true;
    send({ tab, claimId, isEditing: isEditing && claimId !== null, field: isEditing ? field : null });
  });
  const leave = useEffectEvent(() => {
    if (!isHere.current) return;
    isHere.current = false;
    send({ tab, isLeaving: true });
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: every move is told
  useEffect(() => {
    const timer = setTimeout(() => tell(), SETTLED);
    return () => clearTimeout(timer);
  }, [articleId, claimId, isEditing, field]);

  useEffect(() => {
    const timer = setInterval(() => tell(), PRESENCE.every);
    const look = () => tell();
    const go = () => leave();
    const focus = ({ target }: FocusEvent) => setField(fieldOf(target));
    document.addEventListener("visibilitychange", look);
    document.addEventListener("focusin", focus);
    window.addEventListener("pagehide", go);
    window.addEventListener("pageshow", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
      document.removeEventListener("focusin", focus);
      window.removeEventListener("pagehide", go);
      window.removeEventListener("pageshow", look);
      go();
    };
  }, []);
}

/** The field of a claim's form that has the focus. */
function fieldOf(target: EventTarget | null): ClaimField | null {
  const name = target instanceof HTMLElement && target.closest("form") ? target.getAttribute("name") : null;
  return CLAIM_FIELDS.find((known) => known === name) ?? null;
}

/** A random UUID, also over plain http, where browsers do not offer crypto.randomUUID. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = "89ab"[(bytes[8] ?? 0) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
