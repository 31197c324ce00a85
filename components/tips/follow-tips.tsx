"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { onQueueCounts } from "#components/live/queue-counts.ts";

/** Reads the list of tips again when there are more or fewer than it says. `FollowQueue` asks how many. */
export function FollowTips({ count }: { count: number }) {
  const router = useRouter();
  const hear = useEffectEvent((now: number) => now !== count && router.refresh());
  useEffect(() => onQueueCounts("", ({ tips }) => hear(tips)), []);
  return null;
}
