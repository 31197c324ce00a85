import { afterAll, vi } from "vitest";

// Set-up of every file of tests. A process runs many of them, and reads each module once: what one file put in
// another's place is gone before the next begins.

afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
