"use client";

import { useEffect, useRef } from "react";
import { noteLost, whenBack } from "#components/connection/connection.ts";
import { SEND_ID } from "#lib/send-id.ts";

/** Tries without an answer until the person is asked to press again. */
const MOST_TRIES = 5;

/**
 * Sends once more, by itself, what a person asked to save while the server could not be reached. It carries an id, so
 * that it is not done twice when only the answer was lost. Once they write on, it is theirs to send.
 */
export function useSending(send: (data: FormData) => void) {
  const waiting = useRef<FormData | null>(null);
  const tries = useRef(0);

  const stop = () => {
    waiting.current = null;
  };
  useEffect(
    () => () => {
      waiting.current = null;
    },
    [],
  );

  return {
    /** A person presses the button. */
    begin: (data: FormData) => {
      stop();
      tries.current = 0;
      // Only a page served over TLS, or from the machine itself, can make ids; others are sent by hand again.
      if (typeof crypto.randomUUID === "function") data.set(SEND_ID, crypto.randomUUID());
    },
    /** No answer came. Whether it will be sent again by itself. */
    retry: (data: FormData): boolean => {
      noteLost();
      tries.current += 1;
      if (!data.has(SEND_ID) || tries.current > MOST_TRIES) return false;
      waiting.current = data;
      void whenBack().then(() => {
        if (waiting.current !== data) return;
        stop();
        send(data);
      });
      return true;
    },
    /** They write on. */
    stop,
  };
}
