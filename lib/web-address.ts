/**
 * Whether an absolute address may be kept as one and drawn as a link: http(s), as the WHATWG parser reads it. One with a
 * name and password in it is a trap more often than a link.
 */
export function isWebAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    (url.protocol === "http:" || url.protocol === "https:") &&
    url.username === "" &&
    url.password === ""
  );
}
