import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { Words } from "#lib/i18n/words.ts";
import { Logo } from "./logo.tsx";
import { SkipLink } from "./skip-link.tsx";
import { ThemeStyle, ThemeSwitch } from "./theme-switch.tsx";

type PublicSection = "claims" | "corrections" | "methodology";

type PublicShellProps = {
  words: Words;
  newsroomName: string;
  /** The section this page belongs to. */
  current?: PublicSection | undefined;
  children: ReactNode;
};

const SECTIONS: readonly PublicSection[] = ["claims", "corrections", "methodology"];

/** The readers' frame. Plain HTML: plain links too, so that a page needs no script. */
export function PublicShell({ words, newsroomName, current, children }: PublicShellProps) {
  const { publicNav, nav } = words.common;
  return (
    <div className="flex min-h-dvh flex-col">
      <ThemeStyle />
      <SkipLink label={nav.skip} />
      <header className="border-b border-line print:border-0">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-6 gap-y-1 px-5 py-3 sm:px-8 sm:py-4">
          <a href="/" className="me-auto flex min-h-10 min-w-0 items-center gap-2.5 rounded-md no-underline">
            <Logo className="size-6.5 shrink-0" />
            <span className="font-serif text-xl leading-tight font-semibold tracking-tight text-balance">
              {newsroomName}
            </span>
          </a>
          <nav aria-label={publicNav.label} className="-mx-2 print:hidden">
            <ul className="flex flex-wrap">
              {SECTIONS.map((section) => (
                <li key={section}>
                  <a
                    href={`/${section}`}
                    aria-current={section === current ? "page" : undefined}
                    className={classNames(
                      "flex min-h-10 items-center rounded-md px-2 font-medium underline-offset-8 hover:text-ink hover:underline pointer-coarse:min-h-11",
                      section === current
                        ? "text-ink underline decoration-ink decoration-2"
                        : "text-muted no-underline",
                    )}
                  >
                    {publicNav[section]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-5xl min-w-0 flex-1 px-5 outline-none sm:px-8"
      >
        {children}
      </main>
      <footer className="mt-20 border-t border-line text-sm text-muted print:hidden">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-6 gap-y-2 px-5 py-6 sm:px-8">
          <p className="me-auto">{publicNav.madeWith}</p>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <a href="/send" className="inline-flex min-h-6 items-center pointer-coarse:min-h-11">
              {words.tips.forms.claimTitle}
            </a>
            <a href="/feed.xml" className="inline-flex min-h-6 items-center pointer-coarse:min-h-11">
              {publicNav.feed}
            </a>
            <a href="/login" className="inline-flex min-h-6 items-center pointer-coarse:min-h-11">
              {publicNav.signIn}
            </a>
          </div>
          <ThemeSwitch words={words} className="basis-full" />
        </div>
      </footer>
    </div>
  );
}
