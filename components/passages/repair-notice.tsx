import Link from "next/link";
import { Message } from "#components/ui/message.tsx";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import type { Words } from "#lib/i18n/words.ts";
import { waitsForRepair } from "./waits-for-repair.ts";

/** Beside a claim whose article changed under its words: that somebody has to say where they stand, and where. */
export function RepairNotice({
  claim,
  words,
  blocksPublishing = false,
}: {
  claim: Pick<ClaimDetail, "number" | "state" | "repairCount"> & { article: { id: string } };
  words: Words;
  /** Said where the claim would be published. */
  blocksPublishing?: boolean;
}) {
  const texts = words.passages;
  if (!waitsForRepair(claim)) return null;
  return (
    <Message tone="warning">
      <p>
        {texts.notice} {blocksPublishing && texts.blocksPublishing}
      </p>
      <p>
        <Link
          href={`/desk/articles/${claim.article.id}/repairs#claim-${claim.number}`}
          className="font-medium underline"
        >
          {texts.noticeAction}
        </Link>
      </p>
    </Message>
  );
}
