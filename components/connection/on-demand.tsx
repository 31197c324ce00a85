"use client";

import { type ComponentType, useEffect, useEffectEvent, useState } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { noteLost, whenBack } from "./connection.ts";

/**
 * A part of a screen whose script is fetched when it is first shown, such as a window that opens on a press. When it
 * cannot be fetched that is said in a toast, and `onFail` may close it; while it stays it is fetched once the server
 * answers again.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  onFail: (props: Props) => void = () => {},
): ComponentType<Props> {
  let Part: ComponentType<Props> | null = null;
  // biome-ignore lint/correctness/noComponentHookFactories: made once for a module, not in a drawing
  return function OnDemand(props: Props) {
    const [, setIsThere] = useState(Part !== null);
    const toast = useToast();
    const { notFetched } = useWords().common;
    const fail = useEffectEvent(() => {
      toast({ title: notFetched });
      onFail(props);
    });
    useEffect(() => {
      let isShown = Part === null;
      const fetchPart = () =>
        load().then(
          (part) => {
            Part = part;
            if (isShown) setIsThere(true);
          },
          () => {
            if (!isShown) return;
            fail();
            noteLost();
            void whenBack().then(() => {
              if (isShown) void fetchPart();
            });
          },
        );
      if (isShown) void fetchPart();
      return () => {
        isShown = false;
      };
    }, []);
    return Part && <Part {...props} />;
  };
}
