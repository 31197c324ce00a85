import type { Conventions } from "#components/claims/conventions.ts";
import { diffWords } from "#components/passages/diff-words.ts";
import { WordPieces } from "#components/passages/word-pieces.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { VerdictBadge } from "#components/verdicts/verdict-badge.tsx";
import type { VerdictVersion } from "#lib/claims/claim-detail.ts";
import { fill, plural } from "#lib/i18n/words.ts";

type Shared = Pick<Conventions, "words" | "format" | "locale">;

/** Every verdict the claim had, each beside the one it replaced, with what changed in its words. Latest first. */
export function VerdictVersions({ versions, ...shared }: { versions: readonly VerdictVersion[] } & Shared) {
  const changes = versions.flatMap((after, index) => {
    const before = versions[index + 1];
    return before ? [{ after, before }] : [];
  });
  if (changes.length === 0) return null;
  return (
    <Disclosure summary={plural(shared.locale, shared.words.claims.verdict.earlier, changes.length)}>
      <ol className="grid gap-6">
        {changes.map((change) => (
          <li key={change.after.version}>
            <Change {...change} {...shared} />
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

function Change({ before, after, words }: Record<"before" | "after", VerdictVersion> & Shared) {
  const parts = [
    diffWords(before.conclusion, after.conclusion),
    diffWords(before.rationale, after.rationale),
  ];
  const sides = [
    { side: "before", verdict: before, pieces: parts.map((part) => part.before) },
    { side: "now", verdict: after, pieces: parts.map((part) => part.after) },
  ] as const;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {sides.map(({ side, verdict, pieces: [conclusion = [], rationale = []] }) => (
        <section
          key={side}
          aria-label={fill(words.claims.verdict.version, verdict)}
          className="grid content-start gap-2 rounded-lg border border-line bg-raised px-4 py-3.5"
        >
          <p className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
            {verdict.rating.isRated && (
              <VerdictBadge tone={verdict.rating.tone} label={verdict.rating.label} />
            )}
            {fill(words.claims.verdict.version, verdict)}
          </p>
          <p className="font-serif text-lg/snug wrap-anywhere" dir="auto">
            <WordPieces pieces={conclusion} side={side} />
          </p>
          <p className="font-serif whitespace-pre-line wrap-anywhere" dir="auto">
            <WordPieces pieces={rationale} side={side} />
          </p>
        </section>
      ))}
    </div>
  );
}
