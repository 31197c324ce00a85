export const ARTICLE_ORIGINS = ["own", "external"] as const;
export type ArticleOrigin = (typeof ARTICLE_ORIGINS)[number];
export const ARTICLE_DISPLAYS = ["excerpts", "full"] as const;
export type ArticleDisplay = (typeof ARTICLE_DISPLAYS)[number];
/** How many people it reaches, as an editor sees it. */
export const ARTICLE_REACHES = ["normal", "wide"] as const;
export type ArticleReach = (typeof ARTICLE_REACHES)[number];

/** In UTF-16 code units: far beyond any headline or name. How long a text may be is lib/importing's to say. */
export const ARTICLE_LIMITS = { title: 500, name: 300 } as const;
