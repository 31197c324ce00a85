type File = { text: string; type: string; changedAt: Date };

/** A file for programs, wherever they run. */
export function answerFile({ text, type, changedAt }: File, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Last-Modified": changedAt.toUTCString(),
      "Access-Control-Allow-Origin": "*",
      ...headers,
    },
  });
}
