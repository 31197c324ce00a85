import { Chip } from "#components/ui/badge.tsx";
import { VerdictBadge } from "#components/verdicts/verdict-badge.tsx";
import type { PublishedListItem } from "#lib/publishing/queries.ts";

type Props = { claim: Pick<PublishedListItem, "tone" | "ratingLabel" | "isRated" | "ratingLang"> };

/** What a line says of the verdict: the rating, or where there are none that the claim was checked. */
export function ListedVerdict({ claim: { tone, ratingLabel, isRated, ratingLang } }: Props) {
  if (isRated) return <VerdictBadge tone={tone} label={ratingLabel} lang={ratingLang} />;
  return (
    <Chip>
      <span lang={ratingLang}>{ratingLabel}</span>
    </Chip>
  );
}
