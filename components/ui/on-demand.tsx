"use client";

import { type ComponentType, useEffect, useEffectEvent, useState } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useToast } from "./toast.tsx";

/**
 * A part of a screen whose script is fetched when it is first shown, such as a window that opens on a press. When it
 * cannot be fetched that is said in a toast, `onFail` closes it, and the next opening tries again.
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
    const { unreachable } = useWords().common.form;
    const fail = useEffectEvent(() => {
      toast({ title: unreachable });
      onFail(props);
    });
    useEffect(() => {
      if (Part !== null) return;
      let isShown = true;
      load().then(
        (part) => {
          Part = part;
          if (isShown) setIsThere(true);
        },
        () => isShown && fail(),
      );
      return () => {
        isShown = false;
      };
    }, []);
    return Part && <Part {...props} />;
  };
}
