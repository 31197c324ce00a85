import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Route = { page: string; regex: string };

/** Where a page in another language has the language. */
const LANGUAGE = /^\/[a-z]{2}(?=\/|$)/;

/**
 * Tells the route of a path as the build has it, `/claims/[slug]`: the path itself has keys, and words of what was
 * written. Nothing where there is no such route, or no build as in development.
 */
export function routesOfBuild(
  folder = process.env.NEXT_DIST_DIR ?? ".next",
): (path: string) => string | undefined {
  const file = join(folder, "routes-manifest.json");
  if (!existsSync(file)) return () => undefined;
  const { staticRoutes, dynamicRoutes }: Record<"staticRoutes" | "dynamicRoutes", Route[]> = JSON.parse(
    readFileSync(file, "utf8"),
  );
  const routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    page,
    at: new RegExp(regex),
  }));
  const find = (path: string) => routes.find(({ at }) => at.test(path))?.page;
  return (path) => find(path) ?? (LANGUAGE.test(path) ? find(path.replace(LANGUAGE, "") || "/") : undefined);
}
