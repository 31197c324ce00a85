import { type Language, ownNameOf } from "#lib/i18n/languages.ts";

type LanguageLinksProps = {
  label: string;
  here: Language;
  choices: readonly { language: Language; href: string }[];
};

/** The same page in the other languages readers may choose. */
export function LanguageLinks({ label, here, choices }: LanguageLinksProps) {
  return (
    <nav aria-label={label} className="border-t border-line text-sm text-muted print:hidden">
      <ul className="mx-auto flex max-w-5xl flex-wrap gap-x-6 px-5 py-3 sm:px-8">
        {choices.map(({ language, href }) => (
          <li key={language}>
            <a
              href={href}
              lang={language}
              hrefLang={language}
              aria-current={language === here ? "true" : undefined}
              className="inline-flex min-h-6 items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline pointer-coarse:min-h-11"
            >
              {ownNameOf(language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
