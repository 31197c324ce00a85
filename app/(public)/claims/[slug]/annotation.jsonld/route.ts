import { loadAnnotation } from "#lib/publishing/loaders.ts";
import { answerFile, answerNothing, answerWithdrawn } from "../../../file-answer.ts";

/** One claim as a W3C annotation. */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const found = await loadAnnotation(slug);
  if (!found) return answerNothing();
  if ("withdrawn" in found) return answerWithdrawn(found.withdrawn);
  return answerFile(found, { Link: '<http://www.w3.org/ns/ldp#Resource>; rel="type"' });
}
