import { type Db, db as pool } from "#lib/db/client.ts";
import { storedSettings } from "./schema.ts";
import { DEFAULT_SETTINGS, type ShortcutSettings } from "./values.ts";

/** What a member decided about shortcuts; the defaults until they decide anything. */
export async function getShortcutSettings(memberId: string, db: Db = pool): Promise<ShortcutSettings> {
  const row = await db.memberSettings.findUnique({ where: { memberId }, select: { shortcuts: true } });
  return row ? storedSettings.parse(row.shortcuts) : DEFAULT_SETTINGS;
}
