import Link from "next/link";
import { ClaimHeading } from "#components/claims/claim-heading.tsx";
import { ReviewParts } from "#components/claims/claim-sections.tsx";
import type { Conventions } from "#components/claims/conventions.ts";
import { NextStep } from "#components/claims/next-step.tsx";
import type { ClaimPage } from "#lib/claims/loaders.ts";

/** The chosen claim beside the queue: what a reviewer weighs, and the form for their verdict, or how to take it. */
export function QueuePane(props: Omit<ClaimPage, "now"> & Conventions) {
  const { claim, can, words } = props;
  const isMyTurn = can.decide === null;
  return (
    <div className="mx-auto grid max-w-3xl gap-7 px-8 py-7">
      <div className="grid gap-3">
        <ClaimHeading {...props} />
        <p className="text-sm text-muted">
          <Link href={`/desk/claims/${claim.id}?from=queue`} className="underline">
            {words.reviews.queue.openPage}
          </Link>
        </p>
      </div>
      {isMyTurn || <NextStep {...props} />}
      <ReviewParts {...props} />
      {isMyTurn && <NextStep {...props} />}
    </div>
  );
}
