import { randomBytes } from "node:crypto";
import { readyBuild } from "./lib/build.ts";
import type { Findings } from "./lib/chaos/findings.ts";
import type { Command, Desk } from "./lib/chaos/journeys.ts";
import { type Part, startMachine } from "./lib/chaos/machine.ts";
import type { Sender } from "./lib/chaos/sender.ts";
import { freePort } from "./lib/ports.mjs";
import { Problem, say, step } from "./lib/screen.mjs";

// `npm run chaos`: people give commands, through the production build, while web server and worker are killed and
// Postgres is stopped without warning, each started again at once. Nobody gives up: a form without an answer is sent
// again. Then what they were told is held against what is there. Another number of commands as an argument.

const COMMANDS = Number(process.argv[3] ?? 1_000);
/** Claims that are worked on at once. */
const AT_ONCE = 12;
/** What is ended in turn, spread over a thousand commands; each of it in the middle of others. */
const ALL_STRIKES: readonly Part[] = [
  "web",
  "postgres",
  "web",
  "worker",
  "postgres",
  "web",
  "worker",
  "postgres",
  "web",
];
/** Of fewer commands fewer are struck, but everything once. */
const FEWEST_STRIKES = 4;
const STRIKES = ALL_STRIKES.slice(0, Math.max(FEWEST_STRIKES, Math.round(COMMANDS / 110)));

await readyBuild();
const port = await freePort();
const publicUrl = `http://localhost:${port}`;
const authSecret = randomBytes(32).toString("hex");
// The sender seals its cookies as the product does.
Object.assign(process.env, { AUTH_SECRET: authSecret, PUBLIC_URL: publicUrl });
const machine = await step("Postgres, web server and worker", () =>
  startMachine({ port, host: "127.0.0.1", authSecret, publicUrl }),
);
process.env.DATABASE_URL = machine.databaseUrl;
try {
  await run();
} finally {
  const { db } = await import("#lib/db/client.ts");
  await db.$disconnect();
  await machine.stop();
}

async function run(): Promise<void> {
  const [{ makeDesk, PER_JOURNEY }, { findings }, { sendTo }] = await Promise.all([
    import("./lib/chaos/journeys.ts"),
    import("./lib/chaos/findings.ts"),
    import("./lib/chaos/sender.ts"),
  ]);
  const desk = await makeDesk();
  const sender = sendTo(publicUrl);
  const journeys = Math.ceil(COMMANDS / PER_JOURNEY);
  const commands = await step(`${journeys * PER_JOURNEY} commands`, () =>
    giveAll({ desk, sender, journeys }),
  );
  const quiet = sendTo(publicUrl);
  const afterwards = await giveAll({ desk, sender: quiet, journeys: 2, strikes: [] });
  const found = await findings([...commands, ...afterwards]);
  tell(commands, sender, found);
  if (quiet.counts.unanswered > 0) throw new Problem("After all that the product does not answer as before.");
  if (Object.values(found).some((list) => list.length > 0))
    throw new Problem("Not everything is as it must be.");
}

type Giving = { desk: Desk; sender: Sender; journeys: number; strikes?: readonly Part[] };

/** Walks with as many claims as were asked for, some at once, and strikes in between. */
async function giveAll({ desk, sender, journeys, strikes = STRIKES }: Giving): Promise<Command[]> {
  const { PER_JOURNEY, walk } = await import("./lib/chaos/journeys.ts");
  const commands: Command[] = [];
  const striking = strikeBetween(strikes, journeys * PER_JOURNEY);
  let next = 0;
  const person = async () => {
    while (next < journeys) {
      const at = next;
      next += 1;
      await walk({
        ...{ desk, sender, at },
        tell(command) {
          commands.push(command);
          striking.count(commands.length);
        },
      });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, person));
  } finally {
    // What is being started is there to be stopped.
    await striking.done();
  }
  return commands;
}

/** Strikes one after the other, each when its share of the commands has been given. */
function strikeBetween(strikes: readonly Part[], total: number) {
  let struck = 0;
  let last: Promise<void> = Promise.resolve();
  return {
    count(given: number) {
      const part = strikes[struck];
      if (part === undefined || given < ((struck + 1) * total) / (strikes.length + 1)) return;
      struck += 1;
      last = last.then(() => machine.strike(part));
    },
    done: () => last,
  };
}

function tell(commands: readonly Command[], { counts }: Sender, found: Findings): void {
  const acknowledged = commands.filter(({ isDone }) => isDone).length;
  const parts = Object.entries(Object.groupBy(STRIKES, (part) => part));
  say(`ended without warning: ${parts.map(([part, all]) => `${part} ${all?.length}×`).join(", ")}`);
  say(`commands acknowledged            ${acknowledged}`);
  say(`  requests without an answer     ${counts.unanswered}`);
  say(`  sent again and then answered   ${counts.repeated}`);
  say(`  "nobody can know", so looked   ${counts.unknown}`);
  say(`acknowledged and not there       ${found.lost.length}`);
  say(`half done                        ${found.halfDone.length}`);
  say(`done twice                       ${found.twice.length}`);
  say(`stuck for ever                   ${found.stuck.length}`);
  for (const line of Object.values(found).flat().slice(0, 20)) say(`  ${line}`);
}
