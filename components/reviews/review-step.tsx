import type { Conventions } from "#components/claims/conventions.ts";
import { RecallClaim } from "#components/claims/submit-claim.tsx";
import { RevealLink } from "#components/ui/reveal-link.tsx";
import type { ClaimPage } from "#lib/claims/loaders.ts";
import { sentenceOf } from "#lib/i18n/refusals.ts";
import { knowsConfidential } from "#lib/sources/rules.ts";
import { ReleaseClaim, TakeClaim } from "./claim-lease.tsx";
import { KeptWords } from "./kept-words.tsx";
import { LeaseKeeper } from "./lease-keeper.tsx";
import { verdictKey } from "./verdict-key.ts";

type Props = Omit<ClaimPage, "now"> & Conventions;

/** What this member can do while a claim is with the reviewers, or why they cannot. */
export function ReviewStep(props: Props) {
  const { actor, claim, can, words, format } = props;
  const texts = words.claims.steps;
  if (can.decide === null) return <YourTurn {...props} />;
  if (can.take === null) {
    const isLapsed = claim.lease?.holderId === actor.id;
    const toTake = claim.state === "adjudication" ? texts.adjudicationTakeText : texts.takeText;
    return (
      <>
        <p className="text-pretty text-muted">{isLapsed ? texts.ranOutText : toTake}</p>
        <TakeClaim claimId={claim.id} again={isLapsed} words={words} />
        <KeptWords draftKey={verdictKey(actor, claim)} />
      </>
    );
  }
  const isReporter = can.take.reason === "not_allowed";
  const mayRecall = can.recall === null && claim.author.id === actor.id;
  const waits = mayRecall ? words.claims.recall.text : texts.waitsText;
  return (
    <>
      {claim.state === "adjudication" && <p className="text-pretty text-muted">{texts.adjudicationText}</p>}
      <p className="text-pretty text-muted">{isReporter ? waits : sentenceOf(can.take, words, format)}</p>
      {mayRecall && (
        <div>
          <RecallClaim claimId={claim.id} />
        </div>
      )}
      <KeptWords draftKey={verdictKey(actor, claim)} />
    </>
  );
}

function YourTurn({ actor, claim, words }: Props) {
  const texts = words.claims.steps;
  const { authorId, reviewerIds } = claim.facts;
  const endsWithLease =
    claim.evidence.some(({ visibility }) => visibility === "confidential") &&
    !knowsConfidential({ authorId, reviewerIds, holderId: null }, actor);
  return (
    <>
      <p className="text-pretty text-muted">{texts.yourTurnText}</p>
      {claim.lease && (
        <LeaseKeeper claimId={claim.id} expiresAt={claim.lease.expiresAt} endsWithLease={endsWithLease} />
      )}
      <div className="flex flex-wrap gap-2">
        <RevealLink to="verdict" button={{ variant: "primary" }}>
          {texts.toVerdict}
        </RevealLink>
        <ReleaseClaim claimId={claim.id} words={words} />
      </div>
    </>
  );
}
