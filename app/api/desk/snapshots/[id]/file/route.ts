import { requireMember } from "#lib/auth/session.ts";
import { AppError } from "#lib/errors.ts";
import { getOriginal } from "#lib/snapshots/queries.ts";
import { fileNameOf } from "#lib/snapshots/rules.ts";
import { readPacked } from "#lib/storage/packed.ts";
import { NO_STORE, respond } from "../../../respond.ts";

type Context = { params: Promise<{ id: string }> };

/** The bytes of a kept copy, as a download only: they come from somebody else's site and are never shown as a page. next.config.js adds the policy. */
export function GET(_: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { actor: viewer } = await requireMember();
    const original = await getOriginal({ id: (await params).id, viewer });
    const bytes = original && (await readPacked(original));
    if (!bytes) throw new AppError("not_found");
    return new Response(new Uint8Array(bytes), {
      headers: {
        ...NO_STORE,
        "Content-Type": "application/octet-stream",
        "Content-Disposition": `attachment; filename="${fileNameOf(original)}"`,
        "Cross-Origin-Resource-Policy": "same-origin",
      },
    });
  });
}
