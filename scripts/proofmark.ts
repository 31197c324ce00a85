import { backup, restore } from "./lib/cli/backup.ts";
import { runCommandLine } from "./lib/cli/command-line.ts";
import { doctor } from "./lib/cli/doctor.ts";
import { members } from "./lib/cli/members.ts";
import { tokens } from "./lib/cli/tokens.ts";

// `npm run proofmark -- …`: what whoever keeps the machine does to the installation, also while it runs. One file per
// group of commands in scripts/lib/cli.

await runCommandLine({ backup, doctor, members, restore, tokens }, process.argv.slice(3));
