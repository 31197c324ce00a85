import { Lock } from "lucide-react";
import { Chip } from "#components/ui/badge.tsx";
import type { Words } from "#lib/i18n/words.ts";
import type { Visibility } from "#lib/sources/values.ts";

/** Says of what is confidential that it is, and of the rest nothing. */
export function ConfidentialChip({ visibility, words }: { visibility: Visibility; words: Words }) {
  if (visibility === "public") return null;
  return (
    <Chip icon={<Lock aria-hidden className="size-3 shrink-0" />}>{words.claims.evidence.confidential}</Chip>
  );
}
