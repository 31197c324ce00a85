/** `lost`: rounds after which the claim does not say what the one who was told "saved" wrote. */
export type EditRounds = { accepted: number; refused: number; lost: number; seconds: number };

/** Again and again several people save the same version of one claim at the same moment. */
export async function editTogether({
  rounds,
  people,
}: {
  rounds: number;
  people: number;
}): Promise<EditRounds> {
  const { db } = await import("#lib/db/client.ts");
  const { editClaim } = await import("#lib/claims/commands.ts");
  const { AppError } = await import("#lib/errors.ts");
  const { makeClaim, makeMember } = await import("#lib/testing/factories.ts");
  const { id: claimId } = await makeClaim();
  const editors = await Promise.all(Array.from({ length: people }, () => makeMember({ role: "editor" })));
  const result: EditRounds = { accepted: 0, refused: 0, lost: 0, seconds: 0 };
  const begun = performance.now();
  for (let round = 1; round <= rounds; round += 1) {
    const rest = { claimantName: null, saidOn: null, saidWhere: null, topics: [] };
    const told = await Promise.all(
      editors.map(async (actor) => {
        const statement = `${actor.name} wrote this in round ${round}.`;
        try {
          await editClaim({ actor, claimId, version: round, ...rest, statement });
          return statement;
        } catch (error) {
          if (error instanceof AppError && error.reason === "stale_version") return null;
          throw error;
        }
      }),
    );
    const saved = told.filter((statement) => statement !== null);
    result.accepted += saved.length;
    result.refused += told.length - saved.length;
    const { statement } = await db.claim.findUniqueOrThrow({
      where: { id: claimId },
      select: { statement: true },
    });
    if (saved.length !== 1 || saved[0] !== statement) result.lost += 1;
  }
  result.seconds = (performance.now() - begun) / 1_000;
  return result;
}
