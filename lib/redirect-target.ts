/**
 * Where a redirect thrown by `redirect()` leads, null when the error is none.
 * Next writes it into the digest: `NEXT_REDIRECT;push;/desk/articles;307;`.
 */
export function redirectTarget(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  const parts = String(error.digest).split(";");
  return parts[0] === "NEXT_REDIRECT" ? parts.slice(2, -2).join(";") : null;
}
