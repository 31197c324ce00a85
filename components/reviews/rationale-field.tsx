"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { type Citable, deskFootnotes } from "#components/claims/footnotes.ts";
import { Markdown } from "#components/claims/markdown.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { TextArea } from "#components/ui/text-field.tsx";
import { REVIEW_LIMITS } from "#lib/reviews/values.ts";
import { type Chosen, type Edit, type Mark, mark } from "./markdown-edits.ts";
import { RationaleTools } from "./rationale-tools.tsx";
import { typeEdit } from "./type-edit.ts";

/** The reasons, in Markdown with footnotes to the claim's sources, and how readers will see them. */
export function RationaleField({
  defaultValue,
  sources,
}: {
  defaultValue?: string | undefined;
  sources: readonly Citable[];
}) {
  const texts = useWords().reviews.verdict;
  const previewId = useId();
  const placeRef = useRef<HTMLDivElement>(null);
  const [source, setSource] = useState<string | null>(null);
  const isPreview = source !== null;

  const area = () => placeRef.current?.querySelector("textarea");
  const showPreview = () => setSource(area()?.value ?? "");

  function edit(change: (chosen: Chosen) => Edit) {
    const field = area();
    if (field) typeEdit(field, change);
  }

  function markByKey(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const kind = { b: "bold", i: "italic" }[event.key] as Mark | undefined;
    if (kind === undefined || event.target !== area()) return;
    event.preventDefault();
    edit((chosen) => mark(kind, chosen));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside
    <div ref={placeRef} className="relative" onKeyDown={markByKey}>
      <fieldset className="absolute end-0 -top-1 flex gap-0.5 noscript:hidden" aria-label={texts.mode}>
        <ModeButton
          label={texts.write}
          isOn={!isPreview}
          controls={previewId}
          onPress={() => setSource(null)}
        />
        <ModeButton label={texts.preview} isOn={isPreview} controls={previewId} onPress={showPreview} />
      </fieldset>
      <div className={isPreview ? "[&_textarea]:sr-only" : undefined}>
        <TextArea
          name="rationale"
          label={texts.rationale}
          hint={texts.rationaleHint}
          defaultValue={defaultValue}
          limit={REVIEW_LIMITS.rationale}
          rows={6}
          dir="auto"
          onFocus={() => setSource(null)}
        />
      </div>
      {!isPreview && <RationaleTools sources={sources} onEdit={edit} />}
      <div id={previewId} aria-live="polite" className="contents">
        {isPreview && <Preview source={source} sources={sources} empty={texts.nothing} />}
      </div>
    </div>
  );
}

function ModeButton({
  label,
  isOn,
  controls,
  onPress,
}: {
  label: string;
  isOn: boolean;
  controls: string;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-controls={controls}
      onClick={onPress}
      className={classNames(
        "cursor-pointer rounded-md px-2 py-1 text-sm font-medium pointer-coarse:min-h-11",
        isOn ? "bg-chip text-ink" : "text-muted hover:text-ink",
      )}
    >
      {label}
    </button>
  );
}

function Preview({ source, sources, empty }: { source: string; sources: readonly Citable[]; empty: string }) {
  if (source.trim() === "") return <p className="text-muted">{empty}</p>;
  return (
    <div
      className="mt-2 rounded-md border border-dashed border-line-strong px-4 py-3 font-serif text-lg/relaxed"
      dir="auto"
    >
      <Markdown source={source} headingLevel={4} footnotes={deskFootnotes(sources)} />
    </div>
  );
}
