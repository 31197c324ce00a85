/** Under which a reviewer's verdict is kept while they write it. */
export const verdictKey = (actor: { id: string }, claim: { id: string }): string =>
  `${actor.id}:verdict:${claim.id}`;
