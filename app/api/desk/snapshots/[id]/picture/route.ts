import { requireMember } from "#lib/auth/session.ts";
import { AppError } from "#lib/errors.ts";
import { getOriginal } from "#lib/snapshots/queries.ts";
import { formOf } from "#lib/snapshots/values.ts";
import { readPacked } from "#lib/storage/packed.ts";
import { NO_STORE, respond } from "../../../respond.ts";

type Context = { params: Promise<{ id: string }> };

/**
 * A kept picture, to be shown where it is cited. Only what browsers draw and never run, by its own type; next.config.js
 * adds that nothing else may be made of it.
 */
export function GET(_: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { actor: viewer } = await requireMember();
    const original = await getOriginal({ id: (await params).id, viewer });
    if (!original || formOf(original.contentType) !== "picture") throw new AppError("not_found");
    const bytes = await readPacked(original);
    if (!bytes) throw new AppError("not_found");
    return new Response(new Uint8Array(bytes), {
      headers: {
        ...NO_STORE,
        "Content-Type": original.contentType?.split(";", 1)[0]?.trim().toLowerCase() ?? "",
        "Content-Disposition": "inline",
        "Cross-Origin-Resource-Policy": "same-origin",
      },
    });
  });
}
