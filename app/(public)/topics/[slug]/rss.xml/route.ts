import { loadGroupFeed } from "#lib/publishing/loaders.ts";
import { answerFile } from "../../../file-answer.ts";

/** What is new and what has changed under this topic, as RSS. */
export async function GET(_: Request, { params }: RouteContext<"/topics/[slug]/rss.xml">) {
  return answerFile(await loadGroupFeed({ kind: "topic", slug: (await params).slug }, "rss"));
}
