import { articles } from "./articles.ts";
import { auth } from "./auth.ts";
import { claims } from "./claims.ts";
import { common } from "./common.ts";
import { members } from "./members.ts";
import { publicSite } from "./public-site.ts";
import { reasons } from "./reasons.ts";
import { reviews } from "./reviews.ts";

/** English, the reference dictionary: one file per area of the product. */
export const en = { articles, auth, claims, common, members, publicSite, reasons, reviews } as const;
