/** In UTF-16 code units, as it is typed. Longer is an article. */
export const COMMENT_LIMIT = 5_000;

/** How many threads are shown at first, and how many more each time they are asked for. */
export const THREADS_AT_ONCE = 20;
