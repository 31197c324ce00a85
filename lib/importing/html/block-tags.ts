const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol p plaintext pre search section " +
    "summary table tbody td tfoot th thead tr ul xmp"
  ).split(" "),
);

/** Whether elements of this name begin and end a block, as browsers show them. Lower-case. */
export function isBlockTag(tag: string): boolean {
  return BLOCKS.has(tag);
}
