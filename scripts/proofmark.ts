import { runCommandLine } from "./lib/cli/command-line.ts";
import { backup, exporting, importing, restore } from "./lib/cli/copies.ts";
import { doctor } from "./lib/cli/doctor.ts";
import { importClaimReview } from "./lib/cli/import-claimreview.ts";
import { members } from "./lib/cli/members.ts";
import { people } from "./lib/cli/people.ts";
import { tokens } from "./lib/cli/tokens.ts";
import { verify } from "./lib/cli/verify.ts";

// `npm run proofmark -- …`: what whoever keeps the machine does to the installation, also while it runs. One file per
// group of commands in scripts/lib/cli.

await runCommandLine(
  {
    ...{ backup, doctor, export: exporting, import: importing, "import-claimreview": importClaimReview },
    ...{ members, people, restore, tokens, verify },
  },
  process.argv.slice(3),
);
