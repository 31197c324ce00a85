import type { PageElement } from "./page-tree.ts";

/** Elements that hold what stands around an article. */
const TAGS = new Set(["nav", "aside", "footer", "form", "menu", "dialog"]);
const ROLES =
  /^(?:navigation|complementary|banner|contentinfo|search|menu|menubar|dialog|alert|toolbar|tablist)$/;

/** Class names and ids that say so beyond doubt. */
const FRAME = words([
  "ad|ads|advert\\w*|adsense|adslot|sponsored|outbrain|taboola|zergnet|teads",
  "newsletters?|ns-?box|signup|sign-up|email-?signup|subscri\\w*|paywall|optin|opt-in|mailchimp|mc4wp|call-to-action|cta",
  "recirc\\w*|popular|trending|most-?(?:read|viewed|popular|shared)|pager|pagination|post-navigation|jp-relatedposts|yarpp\\w*|crp_related",
  "share\\w*|sharing|sharedaddy|social\\w*|addthis\\w*|addtoany\\w*|a2a|follow-?us|fb-like|print-header|article-tools?|toolbar",
  "comments?|commenting|disqus\\w*|respond",
  "breadcrumbs?|site-?nav|navbar|nav-stats|sub-?nav|topnav|menu|masthead|skip-?link|site-?(?:header|footer)|footer|side-?bar|right-?rail|widget-?area|widget_\\w+",
  "cookies?|gdpr|consent\\w*|slide-?count|control-bar|gallery-?(?:nav|count|controls)|player-controls|video-?(?:controls|playlist)",
  "hidden-print|no-?print|dn-print|d-print-\\w+|print-?only|screen-reader\\w*",
]);
/** Names that parts of an article may have too: they count where little prose stands. */
const OFTEN_FRAME = words([
  "promo\\w*|sponsor\\w*|partner-?content|donat\\w*|rail|disclaimer|disclosure|copyright|credits-bar",
  "related\\w*|recommend\\w*|read-?(?:more|next|also)|more-(?:from|on|stories|articles|news)|see-?also|also-?(?:read|like)",
  "latest-?(?:news|posts|stories)|up-?next|next-?(?:post|article|up)|prev(?:ious)?-?(?:post|article)",
  "by-?lines?|author-?(?:bio|box|info|card|meta|details|description|block)|about-?(?:the-)?author|bio|post-?author|contributor-?bio",
  "time-?stamps?|date-?lines?|pub-?date|post-?(?:date|meta|info|tags|footer)|entry-?(?:meta|footer|utility)",
  "article-?(?:meta|info|tags|footer|date)|published|updated|posted-on|read(?:ing)?-?time|estimated-read\\w*",
  "tags?|tag-?(?:list|links|cloud)|topics|categories|cat-links|keywords|rating|votes?|poll|quiz|feedback|correction-?form",
]);

/** Each a whole word of a name, or the beginning of one. */
function words(alternatives: readonly string[]): RegExp {
  return new RegExp(`(?:^|[\\s_-])(?:${alternatives.join("|")})(?=$|[\\s_-])`, "i");
}

/** Blocks whose ids are made of the words of headings. */
const NAMED_BY_WORDS = /^(?:h[1-6]|section|p|li|dt|dd|td|th|a)$/;

/**
 * Whether an element by its own tag, role, class or id holds what stands around an article: `often` where parts
 * of articles are called so too.
 */
export function frameKind({ tag, attributes }: PageElement): "always" | "often" | null {
  if (TAGS.has(tag)) return "always";
  if (attributes.size === 0) return null;
  if (ROLES.test(attributes.get("role") ?? "")) return "always";
  const id = NAMED_BY_WORDS.test(tag) ? "" : (attributes.get("id") ?? "");
  const names = `${attributes.get("class") ?? ""} ${id}`;
  if (names === " ") return null;
  return FRAME.test(names) ? "always" : OFTEN_FRAME.test(names) ? "often" : null;
}
