/** The address a source is kept under: as the WHATWG parser writes it, without fragment. `url` must parse. */
export function sourceAddress(url: string): string {
  const address = new URL(url);
  address.hash = "";
  return address.href;
}
