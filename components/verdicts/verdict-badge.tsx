import {
  Archive,
  CheckCheck,
  CircleDashed,
  CircleSlash,
  Eye,
  Globe,
  type LucideIcon,
  PencilLine,
  Scale,
  Users,
} from "lucide-react";
import { classNames } from "#components/ui/class-names.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import type { Tone } from "#lib/publishing/values.ts";
import { ToneIcon } from "./tone-icon.tsx";

const SIZES = {
  sm: { badge: "gap-1.5 py-1 ps-1.5 pe-2.5 text-xs", icon: "size-3.5" },
  lg: { badge: "gap-2 py-2 ps-2.5 pe-4 text-base", icon: "size-5" },
} as const;

/** A verdict: word, icon and fill, so that colour never carries it alone. `label` is the scale's own word. */
export function VerdictBadge({
  tone,
  label,
  lang,
  size = "sm",
}: {
  tone: Tone;
  label: string;
  /** Of the label, where it is not in the page's language. */
  lang?: string | undefined;
  size?: keyof typeof SIZES;
}) {
  const solid = tone === "true" || tone === "false";
  return (
    <span
      data-tone={tone}
      className={classNames(
        "inline-flex max-w-full items-center rounded-full border-[1.5px] leading-none font-semibold",
        solid
          ? "border-transparent bg-tone text-on-tone forced-colors:border-current"
          : "border-current bg-raised text-tone",
        tone === "unverified" && "border-dashed",
        SIZES[size].badge,
      )}
    >
      <ToneIcon tone={tone} className={SIZES[size].icon} />
      <span className="min-w-0 wrap-break-word" lang={lang}>
        {label}
      </span>
    </span>
  );
}

const STATE_ICONS = {
  draft: PencilLine,
  queued: CircleDashed,
  in_review: Eye,
  second_review: Users,
  adjudication: Scale,
  ready: CheckCheck,
  published: Globe,
  withdrawn: Archive,
  dismissed: CircleSlash,
} as const satisfies Record<ClaimState, LucideIcon>;

/** Where a claim stands while it has no verdict in force. */
export function StateBadge({ state, label }: { state: ClaimState; label: string }) {
  const Icon = STATE_ICONS[state];
  return (
    <span className="inline-flex items-center gap-1.5 rounded-full border-[1.5px] border-dashed border-pending/70 bg-raised py-1 ps-1.5 pe-2.5 text-xs leading-none font-semibold text-pending">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {label}
    </span>
  );
}
