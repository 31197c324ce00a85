"use client";

import { useMemo } from "react";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import type { Handlers } from "#components/shortcuts/command-registry.ts";
import { isUnresolved } from "./claim-filter.ts";
import { stepFrom } from "./claim-steps.ts";

/** The commands that go from claim to claim. */
export type StepCommand = "claim.next" | "claim.previous" | "claim.next-open" | "claim.previous-open";

const STEPS = {
  "claim.next": { by: 1, onlyUnresolved: false },
  "claim.previous": { by: -1, onlyUnresolved: false },
  "claim.next-open": { by: 1, onlyUnresolved: true },
  "claim.previous-open": { by: -1, onlyUnresolved: true },
} as const;

export type ClaimStepping = ReturnType<typeof useClaimSteps>;

/** Going from claim to claim of those that are shown. */
export function useClaimSteps({
  claims,
  activeId,
  goTo,
}: {
  claims: readonly DeskClaim[];
  activeId: string | null;
  goTo: (claim: DeskClaim) => void;
}) {
  const find = (command: StepCommand) => stepFrom(claims, { activeId, ...STEPS[command] });
  const go = (command: StepCommand) => {
    const claim = find(command);
    if (claim) goTo(claim);
  };
  const handlers: Handlers & Record<StepCommand, () => void> = {
    "claim.next": () => go("claim.next"),
    "claim.previous": () => go("claim.previous"),
    "claim.next-open": () => go("claim.next-open"),
    "claim.previous-open": () => go("claim.previous-open"),
  };
  return {
    handlers,
    /** Whether there is a claim to go to. */
    leads: (command: StepCommand) => find(command) !== undefined,
    /** The active claim's place among them, from 1; 0 while none is active. */
    at: claims.findIndex(({ id }) => id === activeId) + 1,
    count: claims.length,
    unresolved: useMemo(() => claims.filter(isUnresolved).length, [claims]),
  };
}
