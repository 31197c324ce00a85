import { isIP } from "node:net";

/** Somewhere we may try to go: a URL that passed every rule that needs no name server. */
export type Target = {
  url: URL;
  /** An address without brackets, or a name in ASCII without a dot at the end. */
  host: string;
  port: number;
  isSecure: boolean;
  /** On the newsroom's list: its addresses may be private. */
  isIntranet: boolean;
};

const PORTS = [80, 443];

/** Names with at least one dot, of what name servers know: letters, digits, hyphens and the odd underscore. */
const NAME = /^(?=.{1,253}$)[a-z\d_-]{1,63}(?:\.[a-z\d_-]{1,63})+$/;

/** Names that mean this machine or this network, or nothing at all (RFC 2606, 6761, 6762, 7686, 8375, 9476). */
const LOCAL_NAME =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|lan|home|home\.arpa|alt|example|invalid|onion|test)$/;

/** Where clouds keep keys for whoever asks from within: refused even when listed. */
const METADATA_NAME =
  /^(?:metadata|instance-data|metadata\.(?:google\.internal|goog|azure\.internal|azure\.com|tencentyun\.com|platformequinix\.com)|instance-data\.ec2\.internal)$/;

/**
 * Reads an address, once, the WHATWG way, and says where it leads; null when we do not go there. `base` resolves a
 * redirect's relative address; `allowedHosts` as `parseAllowedHosts` answers them.
 */
export function parseTarget(
  address: string,
  { base, allowedHosts }: { base?: URL; allowedHosts: readonly string[] },
): Target | null {
  const url = URL.parse(address, base);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  if (url.username !== "" || url.password !== "") return null;
  if (url.hostname.endsWith(".")) url.hostname = url.hostname.slice(0, -1);
  const isSecure = url.protocol === "https:";
  const port = url.port === "" ? (isSecure ? 443 : 80) : Number(url.port);
  const isIntranet = isListed({ hostname: url.hostname, port, allowedHosts });
  if (!isIntranet && !PORTS.includes(port)) return null;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (METADATA_NAME.test(host) || !(isIntranet || isIP(host) !== 0 || isPublicName(host))) return null;
  return { url, host, port, isSecure, isIntranet };
}

function isPublicName(host: string): boolean {
  return NAME.test(host) && !LOCAL_NAME.test(host);
}

/** An entry without a port is for the usual two; one with a port is for that one only. */
function isListed(asked: { hostname: string; port: number; allowedHosts: readonly string[] }): boolean {
  const { hostname, port, allowedHosts } = asked;
  const isUsual = PORTS.includes(port) && allowedHosts.includes(hostname);
  return isUsual || allowedHosts.includes(`${hostname}:${port}`);
}
