import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { routesOfBuild } from "./routes.ts";

test.each([
  ["/claims/taxes-fell", "/claims/[slug]"],
  ["/fr/claims/taxes-fell", "/claims/[slug]"],
  ["/de", "/"],
  ["/claims", "/claims"],
  ["/reset/abcdefgh", "/reset/[key]"],
  ["/nobody/knows/this", undefined],
])("%s is told as %s", (path, route) => {
  const folder = mkdtempSync(join(tmpdir(), "routes-"));
  try {
    const dynamicRoutes = [
      { page: "/claims/[slug]", regex: "^/claims/([^/]+?)(?:/)?$" },
      { page: "/reset/[key]", regex: "^/reset/([^/]+?)(?:/)?$" },
    ];
    const staticRoutes = [
      { page: "/", regex: "^/(?:/)?$" },
      { page: "/claims", regex: "^/claims(?:/)?$" },
    ];
    writeFileSync(join(folder, "routes-manifest.json"), JSON.stringify({ staticRoutes, dynamicRoutes }));
    expect(routesOfBuild(folder)(path)).toBe(route);
    expect(routesOfBuild(join(folder, "none"))(path)).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
