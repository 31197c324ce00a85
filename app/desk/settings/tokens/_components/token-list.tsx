import { Chip } from "#components/ui/badge.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { TokenListItem } from "#lib/tokens/queries.ts";
import { RevokeButton } from "./revoke-button.tsx";

type TokenListProps = {
  tokens: readonly TokenListItem[];
  isEverybodys: boolean;
  words: Words["connections"]["tokens"];
  /** Between the names of scopes. */
  comma: string;
  format: Format;
  now: Date;
};

/** Tokens with what they may be used for, and when they were. */
export function TokenList({ tokens, isEverybodys, words, comma, format, now }: TokenListProps) {
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens" className="mb-2 font-semibold">
        {words.list}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {tokens.map((token) => (
          <li key={token.id} className="flex flex-wrap items-start gap-x-4 gap-y-3 py-4">
            <div className="min-w-0 flex-1 basis-64">
              <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium wrap-anywhere">
                {token.name}
                {token.state !== "works" && <Chip>{words.states[token.state]}</Chip>}
              </h3>
              {isEverybodys && (
                <p className="text-sm wrap-anywhere" title={token.member.email}>
                  {fill(words.owner, token.member)}
                </p>
              )}
              <p className="mt-1 text-sm">
                <span className="sr-only">{words.scopes}: </span>
                {token.scopes.map((scope) => words.scopeNames[scope]).join(comma)}
              </p>
              <Dates token={token} words={words} format={format} now={now} />
            </div>
            {token.state === "works" && <RevokeButton id={token.id} name={token.name} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

type DatesProps = Pick<TokenListProps, "words" | "format" | "now"> & { token: TokenListItem };

function Dates({ token, words, format, now }: DatesProps) {
  const { expiresAt, lastUsedAt, state } = token;
  const facts = [
    fill(words.begins, token),
    lastUsedAt ? fill(words.lastUsed, { when: format.since(lastUsedAt, now) }) : words.neverUsed,
    fill(words.created, { date: format.date(token.createdAt) }),
    expiresAt
      ? fill(state === "expired" ? words.expired : words.expires, { date: format.date(expiresAt) })
      : words.neverExpires,
  ];
  return (
    <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-muted">
      {facts.map((fact) => (
        <span key={fact} className="wrap-anywhere">
          {fact}
        </span>
      ))}
    </p>
  );
}
