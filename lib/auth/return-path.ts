/** Where people land who come from nowhere in particular. */
const HOME = "/desk";

/** Longer than any address of ours; what is longer would only bloat the sign-in page's. */
const MAX_LENGTH = 2_000;

/** Stands for our own origin: nothing that resolves to another leads back to us. */
const HERE = "http://here.invalid";

/**
 * Whether `value` is a path of this site and nothing else, for every reading a browser, a proxy or a careless
 * decoder may give it: no second slash or backslash at the start (another host), no white space or control
 * characters (browsers drop some and see another address), also not percent-encoded, once or more often.
 */
export function isLocalPath(value: string): boolean {
  if (value.length > MAX_LENGTH) return false;
  const decoded = fullyDecoded(value);
  return decoded !== null && [value, decoded].every(staysHere);
}

/** The path to go back to after signing in. */
export function returnPath(from: string): string {
  return isLocalPath(from) ? from : HOME;
}

/** The sign-in page, which leads back to `path` afterwards. */
export function signInPath(path: string | null): string {
  return path !== null && isLocalPath(path) ? `/login?from=${encodeURIComponent(path)}` : "/login";
}

function staysHere(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  if (!path.startsWith("/") || /[\\\u0000-\u0020\u007f]/.test(path.split(/[?#]/, 1)[0] ?? "")) return false;
  if (!URL.canParse(path, HERE)) return false;
  const { origin, pathname } = new URL(path, HERE);
  return origin === HERE && !pathname.startsWith("//");
}

/** `value` without percent-encoding, however often it was applied; null when that is not text. */
function fullyDecoded(value: string): string | null {
  try {
    const once = decodeURIComponent(value);
    return once === value ? value : fullyDecoded(once);
  } catch {
    return null;
  }
}
