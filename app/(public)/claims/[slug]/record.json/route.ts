import { loadPublicRecordFile } from "#lib/audit/loaders.ts";
import { answerFile, answerNothing } from "../../../file-answer.ts";

/** What readers may check of a claim's history. */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }) {
  const file = await loadPublicRecordFile((await params).slug);
  return file ? answerFile(file) : answerNothing();
}
