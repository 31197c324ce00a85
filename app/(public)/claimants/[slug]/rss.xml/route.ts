import { loadGroupFeed } from "#lib/publishing/loaders.ts";
import { answerFile } from "../../../file-answer.ts";

/** What is new and what has changed under this claimant, as RSS. */
export async function GET(_: Request, { params }: RouteContext<"/claimants/[slug]/rss.xml">) {
  return answerFile(await loadGroupFeed({ kind: "claimant", slug: (await params).slug }, "rss"));
}
