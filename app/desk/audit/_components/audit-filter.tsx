import { FilterForm, type FilterPart } from "#components/ui/filter-form.tsx";
import type { AuditPage } from "#lib/history/loaders.ts";
import { EVENT_KINDS } from "#lib/history/values.ts";

/** What of the log is shown. The address keeps it. */
export function AuditFilter({ page }: { page: AuditPage }) {
  const { words, query, people, events } = page;
  const texts = words.audit;
  const [first] = events;
  const parts: FilterPart[] = [
    {
      ...{ name: "who", label: texts.person, any: texts.anybody, gone: texts.gonePerson },
      value: query.who ?? null,
      options: people.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      ...{ name: "kind", label: texts.kind, any: texts.anything, gone: texts.goneKind },
      value: query.kind ?? null,
      options: EVENT_KINDS.map((kind) => ({ value: kind, label: texts.kinds[kind] })),
    },
    {
      ...{ name: "article", label: texts.article, any: texts.anyArticle, gone: texts.onlyArticle },
      value: query.article ?? null,
      options:
        query.article && first?.article ? [{ value: first.article.id, label: first.article.title }] : [],
    },
    {
      ...{ name: "claim", label: texts.claim, any: texts.anyClaim, gone: texts.only },
      value: query.claim ?? null,
      options: query.claim && first?.claim ? [{ value: first.claim.id, label: first.claim.statement }] : [],
    },
  ];
  return (
    <FilterForm
      action="/desk/audit"
      parts={parts}
      words={{ label: texts.filter, show: texts.show, clear: texts.clear }}
      clearHref={Object.keys(query).length > 0 ? "/desk/audit" : null}
      className="flex flex-wrap items-center gap-2"
    >
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="flex items-center gap-1.5 text-sm text-muted max-sm:basis-full">
          {texts[name]}
          <input
            type="date"
            name={name}
            key={query[name]}
            defaultValue={query[name]}
            className="control min-h-7.5 w-auto min-w-0 px-2 py-0 text-sm max-sm:ms-auto max-sm:w-56 pointer-coarse:min-h-11"
          />
        </label>
      ))}
    </FilterForm>
  );
}
