import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem, say } from "./lib/screen.mjs";

// `npm run access`: the matrix of who may do what (lib/access.db.test.ts), and how many of its cells are right.

type Sums = Record<string, { cells: number; right: number }>;

const folder = mkdtempSync(join(tmpdir(), "proofmark-access-"));
try {
  const file = join(folder, "sums.json");
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", "db", "lib/access.db.test.ts"];
  const child = spawn(process.execPath, args, {
    stdio: "inherit",
    env: { ...process.env, ACCESS_SUMS: file },
  });
  const [code] = await once(child, "exit");
  tell(JSON.parse(readFileSync(file, "utf8")) as Sums);
  if (code !== 0) throw new Problem("Not every cell is right, or something has no row: see above.");
} finally {
  rmSync(folder, { recursive: true });
}

function tell(sums: Sums): void {
  say(`\n${"".padEnd(16)}${"cells".padStart(8)}${"right".padStart(8)}`);
  const all = Object.values(sums).reduce(
    (sum, { cells, right }) => ({ cells: sum.cells + cells, right: sum.right + right }),
    { cells: 0, right: 0 },
  );
  for (const [kind, { cells, right }] of [...Object.entries(sums), ["all", all] as const])
    say(`${kind.padEnd(16)}${String(cells).padStart(8)}${String(right).padStart(8)}`);
}
