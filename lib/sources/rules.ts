import { type Actor, includesRole } from "#lib/auth/policy.ts";
import type { Visibility } from "./values.ts";

/** Query parameters that only say how somebody came to a page. Others may say which page it is, and stay. */
const TRACKING =
  /^(?:utm_[a-z_]+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi)$/i;

/** An address that is signed is another one, and a broken one, when anything is taken out of it. */
const SIGNATURE = /^(?:x-(?:amz|goog)-signature|signature|sig|hmac|hash|token)$/i;

/** A fragment that a page's own script reads: it says which document is shown. Others only say where in it. */
const ROUTE = /^#!?\//;

/**
 * The address a source is kept under: as the WHATWG parser writes it, without what never tells two documents apart:
 * where on the page, and how one came there. Everything else is left as it is, to the letter. `url` must parse.
 */
export function sourceAddress(url: string): string {
  const address = new URL(url);
  address.hash = ROUTE.test(address.hash) ? (address.hash.split(":~:", 1)[0] ?? "") : "";
  const parameters = address.search.slice(1).split("&");
  const kept = parameters.filter((parameter) => !TRACKING.test(nameOf(parameter)));
  const isSigned = kept.some((parameter) => SIGNATURE.test(nameOf(parameter)));
  // Not by URLSearchParams, which would write the others anew.
  if (kept.length < parameters.length && !isSigned) address.search = kept.join("&");
  return address.href;
}

const nameOf = (parameter: string): string => parameter.split("=", 1)[0] ?? "";

type Viewer = Pick<Actor, "id" | "role">;

/**
 * Which evidence a member may see, as a filter: all that is public; of what is confidential an editor all, others what
 * they attached, and what stands on claims they wrote, hold or have given an opinion on. It ends with the lease, not when
 * the worker comes round to it.
 */
export function visibleEvidence(viewer: Viewer, now = new Date()) {
  if (includesRole(viewer.role, "editor")) return {};
  return {
    OR: [
      { visibility: "public" as const },
      { createdById: viewer.id },
      {
        claim: {
          OR: [
            { authorId: viewer.id },
            { queueEntry: { leaseHolderId: viewer.id, leaseExpiresAt: { gt: now } } },
            { reviews: { some: { reviewerId: viewer.id } } },
          ],
        },
      },
    ],
  };
}

/** Whether a member may see all that is confidential about one claim, also what was removed from it since. */
export function knowsConfidential(
  {
    authorId,
    holderId,
    reviewerIds,
  }: { authorId: string; holderId: string | null; reviewerIds: readonly string[] },
  { id, role }: Viewer,
): boolean {
  return includesRole(role, "editor") || authorId === id || holderId === id || reviewerIds.includes(id);
}

/**
 * Whether an event of a claim's history names confidential evidence that a member may not see: what is withheld from
 * them now, and what was confidential when it happened unless they know all there is.
 */
export function namesWithheld(
  { action, subjectId, data }: { action: string; subjectId: string | null; data: object },
  { evidenceIds, knowsAll }: { evidenceIds: readonly string[]; knowsAll: boolean },
): boolean {
  if (!action.startsWith("evidence.")) return false;
  if (subjectId !== null && evidenceIds.includes(subjectId)) return true;
  return !knowsAll && "visibility" in data && data.visibility === "confidential";
}

/**
 * Whether a member may be told that somebody brought a source, and what they called it: only where they may see
 * evidence of that person's which cites it. Otherwise the source came in confidence, and others cite it in public since.
 */
export function maySeeWhoBrought(
  viewer: Viewer,
  { broughtById, cited }: { broughtById: string; cited: readonly { createdById: string }[] },
): boolean {
  if (includesRole(viewer.role, "editor") || broughtById === viewer.id) return true;
  return cited.some(({ createdById }) => createdById === broughtById);
}

/** Who attached the evidence of a source that a member may see, as `maySeeWhoBrought` asks for it. */
export function whoCited(viewer: Viewer) {
  return {
    where: visibleEvidence(viewer),
    distinct: ["createdById" as const],
    select: { createdById: true as const },
  };
}

/** Which sources a member may see: those cited in evidence they may see, and their own. Editors see all. */
export function visibleSources(viewer: Viewer) {
  if (includesRole(viewer.role, "editor")) return {};
  return { OR: [{ createdById: viewer.id }, { evidence: { some: visibleEvidence(viewer) } }] };
}

/**
 * Who may know of a source: the whole desk, or those who may see what one member attached to one claim in confidence.
 * A source is known again within its circle alone.
 */
export type Circle =
  | { visibility: "public" }
  | { visibility: "confidential"; claimId: string; broughtById: string };

/** The circle of evidence: of one that is confidential, all that its attacher attached to its claim so. */
export function circleOf({
  visibility,
  claimId,
  createdById: broughtById,
}: {
  visibility: Visibility;
  claimId: string;
  createdById: string;
}): Circle {
  return visibility === "public" ? { visibility } : { visibility, claimId, broughtById };
}

/** What a source of a circle is made with. Whoever works on the confidential evidence of another may see it while they do. */
export function ownedBy(circle: Circle, actor: Viewer) {
  const { visibility } = circle;
  return { visibility, createdById: circle.visibility === "public" ? actor.id : circle.broughtById };
}

/** The sources of a circle, as a filter. */
export function inCircle(circle: Circle) {
  if (circle.visibility === "public") return { visibility: circle.visibility };
  const { visibility, claimId, broughtById: createdById } = circle;
  return { visibility, evidence: { some: { claimId, createdById } } };
}

/**
 * How many editors have seen all of a claim's confidential evidence, given who saw each piece. Whoever saw some of it
 * is not counted: readers would take it that they saw the rest too.
 */
export function countWhoSawAll(pieces: readonly (readonly string[])[]): number {
  const [first, ...others] = pieces;
  return [...new Set(first)].filter((id) => others.every((ids) => ids.includes(id))).length;
}
