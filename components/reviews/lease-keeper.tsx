"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Message } from "#components/ui/message.tsx";
import { fill } from "#lib/i18n/words.ts";
import { TakeClaim } from "./claim-lease.tsx";
import { useLease } from "./use-lease.ts";

/**
 * Keeps a claim with whoever works on it, warns before their time ends, and says so when it has run out. What they
 * wrote stays: the form keeps it. `endsWithLease`: the page shows confidential evidence that only whoever holds the claim
 * may see. Then it is read anew, and what they wrote waits as a draft.
 */
export function LeaseKeeper({
  claimId,
  expiresAt,
  endsWithLease,
}: {
  claimId: string;
  expiresAt: Date;
  endsWithLease: boolean;
}) {
  const words = useWords();
  const texts = words.reviews.lease;
  const format = useFormat();
  const lease = useLease(claimId, expiresAt);
  const time = format.time(lease.expiresAt);
  const router = useRouter();
  const { isOver } = lease;

  useEffect(() => {
    if (isOver && endsWithLease) router.refresh();
  }, [isOver, endsWithLease, router]);

  if (isOver) {
    return (
      <>
        <Message tone="warning">{texts.over}</Message>
        <TakeClaim claimId={claimId} again words={words} />
      </>
    );
  }
  return (
    <div>
      {/* In the page before there is anything to say, so that it is announced. */}
      <div role="status">
        {lease.isEnding && (
          <Message tone="warning">
            <p>{fill(texts.ending, { time })}</p>
            <Button size="sm" className="mt-2" onClick={lease.keep}>
              {texts.keep}
            </Button>
          </Message>
        )}
        {!lease.isEnding && lease.isOffline && (
          <p className="text-sm text-muted">{fill(texts.offline, { time })}</p>
        )}
      </div>
      {!lease.isEnding && !lease.isOffline && (
        <p className="text-sm text-muted">{fill(texts.until, { time })}</p>
      )}
    </div>
  );
}
