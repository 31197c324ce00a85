import "server-only";
import { cache } from "react";
import { requireActor } from "#lib/auth/session.ts";
import { listViews, type SavedView } from "./queries.ts";

/** The views of the queue that whoever is asking keeps. */
export const loadViews = cache(async (): Promise<SavedView[]> => listViews((await requireActor()).id));
