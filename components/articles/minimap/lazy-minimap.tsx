"use client";

import { type ComponentProps, lazy, Suspense, useEffect, useState } from "react";
import { whenIdle } from "#components/articles/page/when-idle.ts";
import { useMediaQuery } from "#components/ui/use-media-query.ts";

/** A margin wide enough, and a pointer that meets 14 pixels. minimap.css has the same width. */
const HAS_ROOM = "(min-width: 45rem) and (pointer: fine)";

/** Nothing waits for it: without a connection there is no map, and all else works. */
const Minimap = lazy(() =>
  import("./minimap.tsx").then(
    ({ Minimap }) => ({ default: Minimap }),
    () => ({ default: () => null }),
  ),
);

/** The minimap, loaded when the page has come to rest, and only where it has room. */
export function LazyMinimap(props: ComponentProps<typeof Minimap>) {
  const hasRoom = useMediaQuery(HAS_ROOM);
  const [isCalm, setCalm] = useState(false);
  useEffect(() => whenIdle(() => setCalm(true)), []);
  if (!hasRoom || !isCalm) return null;
  return (
    <Suspense fallback={null}>
      <Minimap {...props} />
    </Suspense>
  );
}
