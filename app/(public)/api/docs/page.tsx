import type { Metadata } from "next";
import { Section } from "#components/public-site/section.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { fieldsOf, problemsOf } from "#lib/api/openapi.ts";
import type { Operation } from "#lib/api/operation.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { loadSite } from "#lib/publishing/loaders.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { newsroom, words } = await loadSite();
  return { title: { absolute: `${words.publicSite.reference.title} · ${newsroom.name}` } };
}

/** The API for people, from the list the document is made from. The reference itself is English, as the names in it are. */
export default async function ReferencePage() {
  const { newsroom, words } = await loadSite();
  const texts = words.publicSite.reference;
  const [before = "", after = ""] = texts.lead.split("{document}");
  const tags = Map.groupBy(OPERATIONS, ({ tag }) => tag);
  return (
    <PublicShell words={words} newsroomName={newsroom.name}>
      <div className="mx-auto max-w-[68ch]">
        <h1 className="mt-8 font-serif text-4xl/tight font-semibold tracking-tight">{texts.title}</h1>
        <p className="mt-4 font-serif text-lg/relaxed text-muted">
          {before}
          <a href="/api/openapi.json" className="underline">
            {texts.document}
          </a>
          {after}
        </p>
        {[...tags].map(([tag, operations]) => (
          <Section key={tag} id={tag.toLowerCase().replaceAll(" ", "-")} title={tag}>
            <div className="grid gap-8" lang="en" dir="ltr">
              {operations.map((operation) => (
                <OperationEntry key={operation.id} operation={operation} texts={texts} />
              ))}
            </div>
          </Section>
        ))}
      </div>
    </PublicShell>
  );
}

type EntryProps = { operation: Operation; texts: Words["publicSite"]["reference"] };

function OperationEntry({ operation, texts }: EntryProps) {
  const { id, method, path, summary, description, scope, answers } = operation;
  const fields = fieldsOf(operation);
  const said = [
    ...Object.entries(answers).map(([status, answer]) => [status, answer.description] as const),
    ...Object.entries(problemsOf(operation)),
  ];
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="font-mono text-[0.9375rem] font-semibold wrap-anywhere">
        {method} {path}
      </h3>
      <p className="mt-1">{summary}.</p>
      {description && <p className="mt-1 text-muted">{description}</p>}
      <p className="mt-1 text-sm text-muted">
        {scope === "public" ? texts.everybody : fill(texts.token, { scope })}
      </p>
      {fields.length > 0 && (
        <>
          <h4 className="mt-3 text-sm font-semibold">{texts.fields}</h4>
          <Pairs
            pairs={fields.map(({ name, isNeeded, description: what }) => [
              name,
              isNeeded ? `${what} (${texts.needed})` : what,
            ])}
          />
        </>
      )}
      <h4 className="mt-3 text-sm font-semibold">{texts.answers}</h4>
      <Pairs pairs={said} />
    </section>
  );
}

function Pairs({ pairs }: { pairs: readonly (readonly [string, string])[] }) {
  return (
    <dl className="mt-1 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[9rem_1fr]">
      {pairs.map(([name, text]) => (
        <div key={name} className="contents">
          <dt className="font-mono wrap-anywhere">{name}</dt>
          <dd className="mb-2 text-muted wrap-anywhere sm:mb-0">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
