/** `changedAt`: null of what may change without anything in it being newer. */
type File = { text: string; type: string; changedAt: Date | null };

/** A file for programs, wherever they run. A type with parameters of its own is sent as it is. */
export function answerFile({ text, type, changedAt }: File, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    headers: {
      "Content-Type": type.includes(";") ? type : `${type}; charset=utf-8`,
      ...(changedAt && { "Last-Modified": changedAt.toUTCString() }),
      "Access-Control-Allow-Origin": "*",
      ...headers,
    },
  });
}

/** Likewise a picture, a PNG. */
export function answerPicture({ png }: { png: Buffer }): Response {
  return new Response(new Uint8Array(png), {
    headers: { "Content-Type": "image/png", "Access-Control-Allow-Origin": "*" },
  });
}

/** Of a check that was withdrawn programs are told just that, and why. */
export function answerWithdrawn({ title, reason }: { title: string; reason: string }): Response {
  return answerProblem(410, { title, detail: reason });
}

/** That there is nothing, to programs on whatever page they run. */
export function answerNothing(): Response {
  return answerProblem(404, { title: "Not Found" });
}

/** As RFC 9457 has it. */
export function answerProblem(status: number, told: { title: string; detail?: string }): Response {
  const headers = { "Content-Type": "application/problem+json", "Access-Control-Allow-Origin": "*" };
  return Response.json({ ...told, status }, { status, headers });
}
