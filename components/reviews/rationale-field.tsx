"use client";

import { useId, useRef, useState } from "react";
import { Markdown } from "#components/claims/markdown.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { TextArea } from "#components/ui/text-field.tsx";
import { REVIEW_LIMITS } from "#lib/reviews/values.ts";

/** The reasons, in Markdown, and how readers will see them. */
export function RationaleField({ defaultValue }: { defaultValue?: string | undefined }) {
  const texts = useWords().reviews.verdict;
  const previewId = useId();
  const placeRef = useRef<HTMLDivElement>(null);
  const [source, setSource] = useState<string | null>(null);
  const isPreview = source !== null;

  const showPreview = () => setSource(placeRef.current?.querySelector("textarea")?.value ?? "");

  return (
    <div ref={placeRef} className="relative">
      <fieldset className="absolute end-0 -top-1 flex gap-0.5" aria-label={texts.mode}>
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
      <div id={previewId} aria-live="polite" className="contents">
        {isPreview && <Preview source={source} empty={texts.nothing} />}
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

function Preview({ source, empty }: { source: string; empty: string }) {
  if (source.trim() === "") return <p className="text-muted">{empty}</p>;
  return (
    <div
      className="mt-2 rounded-md border border-dashed border-line-strong px-4 py-3 font-serif text-lg/relaxed"
      dir="auto"
    >
      <Markdown source={source} headingLevel={4} />
    </div>
  );
}
