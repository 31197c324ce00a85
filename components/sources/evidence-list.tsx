import { Lock, TextSelect } from "lucide-react";
import type { Conventions } from "#components/claims/conventions.ts";
import { FollowSources } from "#components/live/follow-sources.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import { plural } from "#lib/i18n/words.ts";
import { stallsIn } from "#lib/snapshots/rules.ts";
import { EvidenceCard } from "./evidence-card.tsx";
import { AttachEvidence, EditEvidence } from "./evidence-forms.tsx";
import { MoveEvidence } from "./move-evidence.tsx";
import { SeenBy } from "./seen-by.tsx";

/**
 * The claim's sources in their order, with what is needed to work on them when `mayEdit`, and to say that one has seen
 * what is confidential when `mayAttest`.
 */
export function EvidenceList({
  claim,
  actor,
  mayEdit,
  mayAttest,
  words,
  format,
  locale,
  now,
}: { claim: ClaimDetail; actor: Actor; mayEdit: boolean; mayAttest: boolean } & Conventions) {
  const texts = words.claims.evidence;
  const waiting = stallsIn(
    claim.evidence.flatMap(({ copies }) => copies?.newest ?? []),
    now,
  );
  const ids = claim.evidence.map(({ id }) => id);
  const mayOrder = mayEdit && ids.length > 1;
  return (
    <div className="grid gap-3">
      {claim.evidence.length + claim.withheldEvidenceIds.length === 0 && (
        <p className="text-muted">{mayEdit ? texts.empty : texts.emptyReader}</p>
      )}
      {claim.withheldEvidenceIds.length > 0 && (
        <p className="flex items-center gap-2 text-muted">
          <Lock aria-hidden className="size-4 shrink-0" />
          {plural(locale, texts.withheld, claim.withheldEvidenceIds.length)}
        </p>
      )}
      <ol className="grid gap-2.5">
        {claim.evidence.map((item, at) => (
          <EvidenceCard
            key={item.id}
            item={item}
            words={words}
            format={format}
            now={now}
            place={mayOrder && <MoveEvidence claimId={claim.id} number={item.number} at={at} ids={ids} />}
          >
            {item.visibility === "confidential" && (
              <SeenBy item={item} viewerId={mayAttest ? actor.id : null} words={words} format={format} />
            )}
            {mayEdit && item.copies?.kept?.hasText && (
              <p>
                <LinkButton href={`/desk/evidence/${item.id}/words`} size="sm" prefetch={false}>
                  <TextSelect aria-hidden className="size-3.5" />
                  {words.sources.choosing.title}
                </LinkButton>
              </p>
            )}
            {mayEdit && <EditEvidence item={item} claimId={claim.id} actor={actor} words={words} />}
          </EvidenceCard>
        ))}
      </ol>
      <FollowSources {...claim.followed} stallsIn={waiting} />
      {mayEdit && <AttachEvidence claim={claim} actor={actor} words={words} />}
    </div>
  );
}
