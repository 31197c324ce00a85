import type { Conventions } from "#components/claims/conventions.ts";
import type { Actor } from "#lib/auth/policy.ts";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import { EvidenceCard } from "./evidence-card.tsx";
import { AttachEvidence, EditEvidence } from "./evidence-forms.tsx";

/** The claim's sources in their order, with what is needed to work on them when `mayEdit`. */
export function EvidenceList({
  claim,
  actor,
  mayEdit,
  words,
  format,
}: { claim: ClaimDetail; actor: Actor; mayEdit: boolean } & Conventions) {
  const texts = words.claims.evidence;
  return (
    <div className="grid gap-3">
      {claim.evidence.length === 0 && (
        <p className="text-muted">{mayEdit ? texts.empty : texts.emptyReader}</p>
      )}
      <ol className="grid gap-2.5">
        {claim.evidence.map((item) => (
          <EvidenceCard key={item.id} item={item} words={words} format={format}>
            {mayEdit && <EditEvidence item={item} claimId={claim.id} actor={actor} words={words} />}
          </EvidenceCard>
        ))}
      </ol>
      {mayEdit && <AttachEvidence claim={claim} actor={actor} words={words} />}
    </div>
  );
}
