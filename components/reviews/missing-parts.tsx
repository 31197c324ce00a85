import { Check, CircleAlert } from "lucide-react";
import type { Conventions } from "#components/claims/conventions.ts";
import { fill } from "#lib/i18n/words.ts";
import type { MissingPart } from "#lib/queue/queries.ts";

/** What a ready claim still lacks before it can be published, or that nothing is missing. */
export function MissingParts({
  missing,
  words,
  format,
}: { missing: readonly MissingPart[] } & Pick<Conventions, "words" | "format">) {
  const texts = words.reviews.queue;
  const names = missing.map((each) => {
    if (each.part === "passages") return texts.missing.passages;
    if (each.part === "embargo")
      return fill(texts.reasons.embargo.ahead, { when: format.dateTime(each.until) });
    return words.common.gateItems[each.part];
  });
  const Icon = names.length === 0 ? Check : CircleAlert;
  return (
    <p className="flex items-start gap-1.5 text-sm">
      <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="text-pretty">
        {texts.missing.label}:{" "}
        {names.length === 0 ? texts.missing.nothing : names.join(words.common.semicolon)}
      </span>
    </p>
  );
}
