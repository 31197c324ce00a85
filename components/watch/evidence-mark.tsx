import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { Words } from "#lib/i18n/words.ts";
import type { TaskMark } from "#lib/watch/queries.ts";
import { taskAnchor } from "./task-anchor.ts";

/** On evidence whose page is not what it was: what was found, and the way to the task. */
export function EvidenceMark({ mark, sourceId, words }: { mark: TaskMark; sourceId: string; words: Words }) {
  const texts = words.watch.mark;
  return (
    <p className="flex items-start gap-2 rounded-md bg-mixed-tint/60 px-3 py-2 text-sm text-pretty">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-mixed" />
      <span>
        {texts[mark.finding]} {mark.isCorrecting && `${texts.correcting} `}
        <Link
          href={`/desk/source-tasks?source=${sourceId}#${taskAnchor(mark.id)}`}
          prefetch={false}
          className="font-medium underline"
        >
          {texts.open}
        </Link>
      </span>
    </p>
  );
}
