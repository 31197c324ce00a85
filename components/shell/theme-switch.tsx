import { useId } from "react";
import type { Words } from "#lib/i18n/words.ts";
import { THEMES } from "#lib/theme.ts";

/** Light, dark, or as the device has it: for readers and at the desk, and without script. */
export function ThemeSwitch({ words, className }: { words: Words; className?: string }) {
  const label = useId();
  const texts = words.common.theme;
  return (
    <form method="post" action="/theme" encType="multipart/form-data" className={className}>
      {/* biome-ignore lint/a11y/useSemanticElements: a legend cannot stand in a row with what it names */}
      <div role="group" aria-labelledby={label} className="flex flex-wrap items-center gap-x-5">
        <span id={label}>{texts.label}</span>
        {THEMES.map((theme) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            className="theme-choice inline-flex min-h-6 cursor-pointer items-center underline decoration-line-strong underline-offset-4 hover:decoration-current pointer-coarse:min-h-11"
          >
            {texts[theme]}
            {/* Shown by the style sheet that knows. */}
            <span className="theme-chosen sr-only"> {texts.chosen}</span>
          </button>
        ))}
      </div>
    </form>
  );
}

/** The style sheet with the choice (lib/delivery/themes.ts), before anything is drawn. Cards have theirs in their address. */
export function ThemeStyle() {
  return <link rel="stylesheet" href="/theme.css" precedence="theme" />;
}
