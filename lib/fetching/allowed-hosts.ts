const ENTRY = /^(?<host>\[[\da-f:.]+\]|[^\s:/?#@\\[\]*%]+)(?::(?<port>\d{1,5}))?$/i;

/**
 * The hosts of a setting such as `cms.example.org, cms:8080`, each as a URL has it: lower case, ASCII, without a dot
 * at the end. Throws, with words that follow the setting's name, when one is no host with or without a port.
 */
export function parseAllowedHosts(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((entry) => {
      const host = canonicalEntry(entry);
      if (host === null) {
        throw new Error(`must list hosts, such as cms.example.org or cms:8080, and "${entry}" is none`);
      }
      return host;
    });
}

function canonicalEntry(entry: string): string | null {
  const { host, port } = ENTRY.exec(entry)?.groups ?? {};
  const name = host === undefined ? undefined : URL.parse(`http://${host}/`)?.hostname.replace(/\.$/, "");
  if (!name || Number(port ?? 1) < 1 || Number(port ?? 1) > 65_535) return null;
  return port === undefined ? name : `${name}:${Number(port)}`;
}
