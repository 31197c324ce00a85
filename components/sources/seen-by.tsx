import type { Conventions } from "#components/claims/conventions.ts";
import type { EvidenceItem } from "#lib/claims/claim-detail.ts";
import { fill } from "#lib/i18n/words.ts";
import { SayIfSeen } from "./say-if-seen.tsx";

/** Which editors have seen confidential evidence, and when they said so. `viewerId`: null for who may not say so. */
export function SeenBy({
  item,
  viewerId,
  words,
  format,
}: { item: EvidenceItem; viewerId: string | null } & Pick<Conventions, "words" | "format">) {
  const texts = words.claims.evidence.sightings;
  const { sightings } = item;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm text-muted">
      {sightings.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul className="grid gap-1">
          {sightings.map(({ memberId, memberName, seenAt }) => (
            <li key={memberId} className="wrap-anywhere">
              {fill(texts.seen, { name: memberName, time: format.dateTime(seenAt) })}
            </li>
          ))}
        </ul>
      )}
      {viewerId !== null && (
        <SayIfSeen item={item} isSeen={sightings.some(({ memberId }) => memberId === viewerId)} />
      )}
    </div>
  );
}
