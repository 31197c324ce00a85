import { createContext } from "react";
import type { PassageEnds } from "#components/articles/ends/use-passage-ends.ts";
import type { Passages } from "./use-passages.ts";

/** What cards can do with a claim's passages; null where a card does not stand beside its text. */
export const PassagesContext = createContext<(Passages & { ends: PassageEnds }) | null>(null);
