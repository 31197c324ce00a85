import { articleOperations } from "./article-operations.ts";
import { auditOperations } from "./audit-operations.ts";
import { claimOperations } from "./claim-operations.ts";
import type { Operation } from "./operation.ts";

/** Everything the API does. */
export const OPERATIONS: readonly Operation[] = [
  ...articleOperations,
  ...claimOperations,
  ...auditOperations,
];
