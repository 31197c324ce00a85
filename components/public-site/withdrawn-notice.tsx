import { Filled } from "#components/ui/filled.tsx";
import type { Format } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/words.ts";

type Props = {
  slug: string;
  withdrawn: { at: Date; reason: string };
  words: Words;
  format: Format;
  /** The language of the reason, where it is not the page's. */
  deskLang: string | undefined;
};

/** All that is left to see of a check that was withdrawn: that it was, when, and why. */
export function WithdrawnNotice({ slug, withdrawn, words, format, deskLang }: Props) {
  const texts = words.publicSite.claim;
  return (
    <article className="mx-auto max-w-[68ch]">
      <h1 className="mt-10 font-serif text-3xl/tight font-semibold tracking-tight text-balance">
        {texts.withdrawn}
      </h1>
      <p className="mt-4 font-serif text-lg/relaxed wrap-anywhere" dir="auto">
        <Filled
          template={texts.withdrawnText}
          values={{
            day: format.date(withdrawn.at),
            reason: <span lang={deskLang}>{withdrawn.reason}</span>,
          }}
        />
      </p>
      <p className="mt-4 print:hidden">
        <a href={`/claims/${slug}/record`} className="inline-flex min-h-11 items-center font-medium">
          {words.publicSite.proof.title}
        </a>
      </p>
    </article>
  );
}
