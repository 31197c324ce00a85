import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TabLinks } from "#components/ui/tabs.tsx";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadTokens } from "#lib/tokens/loaders.ts";
import { MakeTokenForm } from "./_components/make-token-form.tsx";
import { TokenList } from "./_components/token-list.tsx";

type Props = PageProps<"/desk/settings/tokens">;
const HERE = "/desk/settings/tokens";

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  await loadTokens(searchParams);
  return { title: (await loadConventions()).words.connections.tokens.title };
}

/** A member's own tokens, and for admins everybody's. */
export default async function TokensPage({ searchParams }: Props) {
  const { actor, now, tokens, isEverybodys, maySeeAll } = await loadTokens(searchParams);
  const { words, format } = await loadConventions();
  const texts = words.connections.tokens;
  const docs = <Link href="/api/docs">{texts.docs}</Link>;
  return (
    <>
      <PageHeader title={texts.title} />
      {maySeeAll && (
        <div className="border-b border-line px-3 py-1 desk:px-6">
          <TabLinks
            label={texts.views.label}
            tabs={[
              { href: HERE, label: texts.views.mine, current: !isEverybodys },
              { href: `${HERE}?of=everybody`, label: texts.views.everybody, current: isEverybodys },
            ]}
          />
        </div>
      )}
      <div className="max-w-3xl space-y-10 px-4 py-7 desk:px-7">
        {tokens.length === 0 ? (
          <EmptyState
            title={isEverybodys ? texts.emptyAll : texts.emptyTitle}
            icon={<KeyRound className="size-5" />}
            action={docs}
          >
            {texts.intro}
          </EmptyState>
        ) : (
          <>
            <p className="text-pretty text-muted">
              {texts.intro} {docs}
            </p>
            <TokenList
              tokens={tokens}
              isEverybodys={isEverybodys}
              words={texts}
              comma={words.common.comma}
              format={format}
              now={now}
            />
          </>
        )}
        {!isEverybodys && <MakeTokenForm role={actor.role} />}
      </div>
    </>
  );
}
