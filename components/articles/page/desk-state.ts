import type { Span } from "#lib/anchoring/spans.ts";

/** What a form is open for: words that become a claim, or a claim that is changed. */
export type Writing =
  | {
      kind: "new";
      span: Span;
      /** The words the form was opened with: what was typed is kept for them. */
      from: Span;
    }
  | { kind: "edit"; claimId: string };

/** What is open on the article's page. */
export type DeskState = {
  activeId: string | null;
  writing: Writing | null;
  panel: "sentences" | null;
  /** Where in the text the list of sentences begins; null where the reader is. */
  nearOffset: number | null;
  /** Claims that lie at one place of the text, and where in the window that is. */
  choice: { claimIds: string[]; at: { x: number; y: number } } | null;
  /** The claim to go to as soon as its card is there. */
  arrivingId: string | null;
  deletingId: string | null;
};

export const EMPTY_DESK: DeskState = {
  activeId: null,
  writing: null,
  panel: null,
  nearOffset: null,
  choice: null,
  arrivingId: null,
  deletingId: null,
};

export type ChangeDesk = (changes: Partial<DeskState>) => void;

export function changeDesk(state: DeskState, changes: Partial<DeskState>): DeskState {
  return { ...state, ...changes };
}
