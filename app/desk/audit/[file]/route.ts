import { notFound } from "next/navigation";
import { tellEvent } from "#components/audit/event-sentence.ts";
import { csvOf } from "#lib/csv.ts";
import { loadAuditFile } from "#lib/history/loaders.ts";
import { searchParamsOf } from "#lib/search-params.ts";

/** The events that the address asks for as a file: `events.csv` or `events.json`. */
export async function GET(request: Request, { params }: RouteContext<"/desk/audit/[file]">) {
  const { file } = await params;
  const format = /^events\.(csv|json)$/.exec(file)?.[1] ?? "";
  const found = await loadAuditFile(format, searchParamsOf(request.url));
  if (!found) notFound();
  const { words, format: formats, newsroom, events } = found;
  const telling = { words, format: formats, locale: newsroom.locale };
  const type = format === "csv" ? "text/csv; charset=utf-8; header=present" : "application/json";
  return new Response(format === "csv" ? csvOf(tableOf()) : JSON.stringify(events), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${file}"`,
      "Cache-Control": "no-store",
    },
  });

  function tableOf() {
    const { columns } = words.audit;
    const names = [columns.time, columns.who, columns.token, columns.action, columns.sentence];
    return {
      columns: [...names, columns.article, columns.claim].map((label) => ({ label })),
      rows: events.map((event) => [
        ...[event.at.toISOString(), event.actorName, event.tokenName, event.action],
        tellEvent(event, telling).sentence,
        event.article?.title ?? null,
        event.claim?.statement ?? null,
      ]),
    };
  }
}
