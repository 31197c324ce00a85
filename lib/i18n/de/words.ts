import type { Translation, Words } from "../words.ts";
import { account } from "./account.ts";
import { articles } from "./articles.ts";
import { audit } from "./audit.ts";
import { auth } from "./auth.ts";
import { bulk } from "./bulk.ts";
import { checkFiles } from "./check-files.ts";
import { claims } from "./claims.ts";
import { comments } from "./comments.ts";
import { common } from "./common.ts";
import { connections } from "./connections.ts";
import { embed } from "./embed.ts";
import { imports } from "./imports.ts";
import { insights } from "./insights.ts";
import { live } from "./live.ts";
import { markup } from "./markup.ts";
import { members } from "./members.ts";
import { notifications } from "./notifications.ts";
import { palette } from "./palette.ts";
import { passages } from "./passages.ts";
import { people } from "./people.ts";
import { policies } from "./policies.ts";
import { publicSite } from "./public-site.ts";
import { reasons } from "./reasons.ts";
import { reviews } from "./reviews.ts";
import { revisions } from "./revisions.ts";
import { scales } from "./scales.ts";
import { shortcuts } from "./shortcuts.ts";
import { sources } from "./sources.ts";
import { suggestions } from "./suggestions.ts";
import { tips } from "./tips.ts";
import { watch } from "./watch.ts";

/** German: one file per area of the product. */
export const de: Translation<Words> = {
  account,
  articles,
  audit,
  auth,
  bulk,
  checkFiles,
  claims,
  comments,
  common,
  connections,
  embed,
  imports,
  insights,
  live,
  markup,
  members,
  notifications,
  palette,
  passages,
  people,
  policies,
  publicSite,
  reasons,
  reviews,
  revisions,
  scales,
  shortcuts,
  sources,
  suggestions,
  tips,
  watch,
};
