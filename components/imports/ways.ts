/** How a text comes to the desk, in the order of the tabs. */
export const WAYS = ["address", "paste", "file"] as const;
export type Way = (typeof WAYS)[number];

/** What the form of each way is given. */
export type WayProps = {
  /** Where drafts are kept; each way adds its name. */
  draftKey: string;
  /** Of the article it is a new text of; empty for a new one. */
  articleId: string;
  /** The web address it is from, as far as that is known. */
  url: string;
};

/** The address of a way in. */
export function wayPath({
  way,
  articleId,
  url,
}: {
  way: Way;
  articleId?: string | null | undefined;
  url?: string | null | undefined;
}): string {
  const params = new URLSearchParams({ way, ...(articleId && { article: articleId }), ...(url && { url }) });
  return `/desk/articles/new?${params}`;
}
