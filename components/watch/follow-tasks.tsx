"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { onQueueCounts } from "#components/live/queue-counts.ts";

/** Reads the list of source tasks again when there are more or fewer than it says. `FollowQueue` asks how many. */
export function FollowTasks({ count }: { count: number }) {
  const router = useRouter();
  const hear = useEffectEvent((now: number) => now !== count && router.refresh());
  useEffect(() => onQueueCounts("", ({ sourceTasks }) => hear(sourceTasks)), []);
  return null;
}
