"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { SaidForm } from "#components/claims/said-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { fill } from "#lib/i18n/words.ts";
import { deleteViewAction, saveViewAction } from "#lib/views/actions.ts";
import type { SavedView } from "#lib/views/queries.ts";
import { VIEW_LIMITS } from "#lib/views/schema.ts";

/** The views a member keeps, as links with a way to delete each, and the way to keep the one that is open. */
export function SavedViews({ views, query }: { views: readonly SavedView[]; query: string }) {
  const texts = useWords().reviews.queue.saved;
  return (
    <div className="flex flex-wrap items-start gap-x-2 gap-y-1">
      {views.length > 0 && (
        // On phones one row that scrolls, as the filter above it: many views would push the list out of sight.
        <ul
          aria-label={texts.label}
          className="scroll-x-quiet -mx-4 flex max-w-[100vw] gap-1.5 px-4 py-0.5 sm:mx-0 sm:max-w-none sm:flex-wrap sm:px-0"
        >
          {views.map((view) => (
            <li key={view.id} className="shrink-0">
              <KeptView view={view} isOpen={view.query === query} />
            </li>
          ))}
        </ul>
      )}
      {!views.some((view) => view.query === query) && (
        <div className="text-sm">
          <Disclosure summary={texts.keep}>
            <SaidForm
              action={saveViewAction}
              done={texts.kept}
              className="flex max-w-md flex-wrap items-end gap-2 pb-2"
            >
              <input type="hidden" name="query" value={query} />
              <div className="min-w-40 flex-1">
                <TextField
                  name="name"
                  label={texts.name}
                  limit={VIEW_LIMITS.name}
                  autoComplete="off"
                  dir="auto"
                />
              </div>
              <SubmitButton>{texts.save}</SubmitButton>
            </SaidForm>
          </Disclosure>
        </div>
      )}
    </div>
  );
}

function KeptView({ view, isOpen }: { view: SavedView; isOpen: boolean }) {
  const texts = useWords().reviews.queue.saved;
  return (
    <span
      className={classNames(
        "inline-flex max-w-60 items-center rounded-full border ps-3 text-sm",
        isOpen ? "border-accent bg-accent-soft text-accent" : "border-line-strong text-muted",
      )}
    >
      <Link
        href={`/desk/queue?${view.query}`}
        prefetch={false}
        aria-current={isOpen ? "page" : undefined}
        className="truncate py-1 text-inherit no-underline hover:underline pointer-coarse:py-3"
        dir="auto"
      >
        {view.name}
      </Link>
      <SaidForm
        action={deleteViewAction}
        done={texts.deleted}
        undo={{ run: (call, deleted) => call(saveViewAction, deleted), undone: texts.kept }}
        className="contents"
      >
        <input type="hidden" name="viewId" value={view.id} />
        <button
          type="submit"
          aria-label={fill(texts.delete, { name: view.name })}
          title={fill(texts.delete, { name: view.name })}
          className="grid size-7.5 cursor-pointer place-items-center rounded-full hover:bg-hover pointer-coarse:size-11"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      </SaidForm>
    </span>
  );
}
