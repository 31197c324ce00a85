/**
 * Counts Unicode code points, as other programs do, up to offsets in UTF-16 code units, as we do. Fast for offsets that
 * go up; none may split a pair of surrogates.
 */
export function codePointsUpTo(text: string): (offset: number) => number {
  let [at, count] = [0, 0];
  return (offset) => {
    if (offset < at) [at, count] = [0, 0];
    for (; at < offset; count += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    return count;
  };
}
