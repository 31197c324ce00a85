import { loadPicture } from "#lib/publishing/loaders.ts";
import { answerNothing, answerPicture, answerProblem, answerWithdrawn } from "../../../file-answer.ts";

/** A claim and its verdict as a picture, for where its page is shared. */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const found = await loadPicture(slug);
  if (!found) return answerNothing();
  if (found === "busy") return answerProblem(503, { title: "Service Unavailable" });
  if ("withdrawn" in found) return answerWithdrawn(found.withdrawn);
  return answerPicture(found);
}
