import type { Conventions } from "#components/claims/conventions.ts";
import type { ClaimDetail, Opinion } from "#lib/claims/claim-detail.ts";
import { fill } from "#lib/i18n/words.ts";

type Verdict = NonNullable<ClaimDetail["verdict"]>;

/** Whose verdict it is: everybody who gave an opinion, and when; of a corrected one the editor. */
export function VerdictPeople({
  verdict,
  opinions,
  words,
  format,
}: { verdict: Verdict; opinions: readonly Opinion[] } & Pick<Conventions, "words" | "format">) {
  const texts = words.claims.verdict;
  const given = opinionsBehind(verdict, opinions);
  const version = verdict.version > 1 && fill(texts.version, { version: verdict.version });
  if (given.length < 2)
    return (
      <p className="text-sm text-muted">
        {fill(texts.by, { name: verdict.authorName, when: format.dateTime(verdict.createdAt) })}
        {version && ` · ${version}`}
      </p>
    );
  return (
    <div className="grid gap-0.5 text-sm text-muted">
      {given.map(({ id, stage, reviewerName, decidedAt }) => (
        <p key={id}>
          {fill(texts.opinionBy, {
            stage: words.common.stages[stage],
            name: reviewerName,
            when: format.dateTime(decidedAt),
          })}
        </p>
      ))}
      {version && <p>{version}</p>}
    </div>
  );
}

/** The opinions of the round that the verdict came out of. They are open to the desk once it is in force. */
function opinionsBehind({ reviewId }: Verdict, opinions: readonly Opinion[]): Opinion[] {
  const taken = opinions.find(({ id }) => id === reviewId);
  return opinions.filter(({ round }) => round === taken?.round);
}
