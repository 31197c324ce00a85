import { isId } from "#lib/input.ts";
import { Problem } from "../screen.mjs";
import { onDatabase, type Said, textOf, type Values, WrongUsage } from "./command-line.ts";
import { insistOnConfirmation, whereStill } from "./members.ts";

const email = { type: "string", hint: "the e-mail address they gave", isNeeded: true } as const;

/** People outside who wrote in. */
export const people = {
  summary: "People outside who wrote to the desk.",
  commands: {
    export: {
      summary: "shows what somebody wrote in from an address",
      options: { email },
      run: exportPerson,
    },
    erase: {
      summary: "erases what somebody wrote in from an address, or one thing whose address is gone, for good",
      options: {
        email: { type: "string", hint: "the e-mail address they gave" },
        tip: {
          type: "string",
          hint: "the id of one thing without an address: the end of its page’s, at People outside",
        },
        confirm: { type: "string", hint: "the same address or id once more", isNeeded: true },
      },
      run: erase,
    },
  },
} as const;

async function exportPerson(values: Values): Promise<Said> {
  return onDatabase(async () => {
    const { listHeldOfPerson } = await import("#lib/erasure/queries.ts");
    const tips = await listHeldOfPerson(textOf(values, "email").trim());
    if (tips.length === 0) throw nobody(textOf(values, "email"));
    return { json: { tips }, lines: [JSON.stringify({ tips }, null, 2)] };
  });
}

async function erase(values: Values): Promise<Said> {
  if ((values.email === undefined) === (values.tip === undefined))
    throw new WrongUsage("Say whose by --email, or which one thing by --tip.");
  if (values.tip !== undefined) return eraseOne(values);
  insistOnConfirmation(values, "email");
  return onDatabase(async () => {
    const [{ erasePerson }, { listHeldOfPerson, listMentions }] = await Promise.all([
      import("#lib/erasure/commands.ts"),
      import("#lib/erasure/queries.ts"),
    ]);
    const email = textOf(values, "email").trim();
    if ((await listHeldOfPerson(email)).length === 0) throw nobody(email);
    const { tips, texts } = await erasePerson({ actor: null, email, now: new Date() });
    const mentions = await listMentions(texts);
    return {
      json: { email, tips, mentions },
      lines: [`What came from ${email} is erased: ${tips}.`, ...whereStill(mentions)],
    };
  });
}

async function eraseOne(values: Values): Promise<Said> {
  insistOnConfirmation(values, "tip");
  const tipId = textOf(values, "tip").trim().toLowerCase();
  if (!isId(tipId)) throw new WrongUsage("--tip has to be the id of one thing that was sent.");
  return onDatabase(async () => {
    const [{ eraseTip }, { getPerson }] = await Promise.all([
      import("#lib/erasure/commands.ts"),
      import("#lib/erasure/queries.ts"),
    ]);
    if ((await getPerson(tipId))?.email)
      throw new Problem("It came with an address: erase all that came from there by --email.");
    await eraseTip({ actor: null, tipId, now: new Date() });
    return { json: { tip: tipId, tips: 1 }, lines: [`${tipId} is erased.`] };
  });
}

const nobody = (email: string) => new Problem(`Nothing here came from the address ${email}.`);
