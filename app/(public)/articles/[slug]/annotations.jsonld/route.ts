import { loadAnnotations } from "#lib/publishing/loaders.ts";
import { answerFile, answerNothing } from "../../../file-answer.ts";

/** All published claims of an article as W3C annotations. The article by its slug or its id. */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const found = await loadAnnotations(slug);
  return found ? answerFile(found) : answerNothing();
}
