import { config } from "zod/v4/core";

// Before anything else runs in the browser: zod would try whether it may write code of its own, which the policy of our
// pages forbids and browsers report.
config({ jitless: true });
