import {
  CircleAlert,
  CircleCheck,
  FileDiff,
  LoaderCircle,
  type LucideIcon,
  TriangleAlert,
} from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { RefreshWhileWaiting } from "#components/imports/refresh-while-waiting.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { sentenceOf } from "#lib/i18n/refusals.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { LatestCheck } from "#lib/imports/queries.ts";
import type { RevisionListItem } from "#lib/revisions/queries.ts";

type Props = {
  check: LatestCheck | null;
  /** Under way for so long that nothing will come of it. */
  stalled: boolean;
  revisions: readonly RevisionListItem[];
  articleId: string;
  words: Words;
  format: Format;
};

/** How the last check for changes went. While it is under way, the page renews itself. */
export function CheckState(props: Props) {
  // One place that stays, so that what appears in it is announced.
  return (
    <div role="status" className="text-pretty">
      <Told {...props} />
    </div>
  );
}

function Told({ check, stalled, revisions, articleId, words, format }: Props) {
  const texts = words.revisions.check;
  if (check === null) return <p className="text-muted">{texts.never}</p>;
  const at = format.dateTime(check.finishedAt ?? check.createdAt);
  switch (check.state) {
    case "waiting":
    case "fetching":
    case "reading":
      if (stalled) return <Line icon={TriangleAlert}>{texts.stalled}</Line>;
      return (
        <Line icon={LoaderCircle} spins>
          {texts[check.state]}
          <RefreshWhileWaiting />
        </Line>
      );
    case "unchanged":
      return <Line icon={CircleCheck}>{fill(texts.unchanged, { at })}</Line>;
    case "saved":
      return <Saved check={check} revisions={revisions} articleId={articleId} words={words} at={at} />;
    case "ready":
      return (
        <Line icon={TriangleAlert}>
          {texts.unlike}{" "}
          <Link href={`/desk/imports/${check.id}`} className="text-accent">
            {texts.look}
          </Link>
        </Line>
      );
    case "failed":
      return (
        <Line icon={CircleAlert}>
          <span className="block font-medium">{fill(texts.failed, { at })}</span>
          {check.failure && (
            <span className="block text-muted">{sentenceOf(check.failure, words, format)}</span>
          )}
        </Line>
      );
  }
}

/** A check writes the revision and its own end at one moment: that is how they are known to belong together. */
function Saved({
  check,
  revisions,
  articleId,
  words,
  at,
}: Pick<Props, "revisions" | "articleId" | "words"> & { check: LatestCheck; at: string }) {
  const texts = words.revisions.check;
  const saved = revisions.find(({ createdAt }) => createdAt.getTime() === check.finishedAt?.getTime());
  return (
    <Line icon={FileDiff}>
      {saved ? (
        <Link href={`/desk/articles/${articleId}/revisions/${saved.number}`}>
          {fill(texts.saved, { number: saved.number, at })}
        </Link>
      ) : (
        fill(texts.savedAsNew, { at })
      )}
    </Line>
  );
}

function Line({
  icon: Icon,
  spins = false,
  children,
}: {
  icon: LucideIcon;
  spins?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="flex items-start gap-2">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 text-muted ${spins ? "animate-spin" : ""}`} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
