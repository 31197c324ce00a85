import { randomBytes } from "node:crypto";
import { asApplication, prepareOwn } from "./database.ts";
import { freePort } from "./ports.mjs";
import { actionBody, actionId } from "./server-actions.ts";
import { startServices } from "./services.ts";
import { startThrowawayPostgres } from "./throwaway.ts";

/** The password of all whom `startGuessingSite` makes. */
export const PASSWORD = "quiet ladder under seven maps";

/** Starts the production server on a database of its own with these members. It believes the proxy on this machine. */
export async function startGuessingSite(
  stack: AsyncDisposableStack,
  emails: readonly string[],
): Promise<string> {
  const postgres = await startThrowawayPostgres();
  stack.defer(() => postgres.stop());
  const ownerUrl = await prepareOwn(postgres, { demo: false });
  const authSecret = randomBytes(32).toString("hex");
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  Object.assign(process.env, {
    DATABASE_URL: ownerUrl,
    AUTH_SECRET: authSecret,
    PUBLIC_URL: publicUrl,
    TRUSTED_PROXIES: "127.0.0.1",
  });
  await fill(stack, emails);
  const site = { port, host: "127.0.0.1", authSecret, publicUrl };
  await startServices(stack, {
    site,
    databaseUrl: await asApplication(ownerUrl),
    mode: "production",
    only: "web",
  });
  return publicUrl;
}

async function fill(stack: AsyncDisposableStack, emails: readonly string[]): Promise<void> {
  const { db } = await import("#lib/db/client.ts");
  stack.defer(() => db.$disconnect());
  const { setUpNewsroom } = await import("#lib/members/commands.ts");
  const [first = "", ...others] = emails;
  const newsroom = { newsroomName: "Guessed at", timeZone: "UTC", locale: "en-GB" } as const;
  await setUpNewsroom({ ...newsroom, name: "First", email: first, password: PASSWORD });
  const { passwordHash } = await db.member.findFirstOrThrow({ select: { passwordHash: true } });
  const data = others.map((email) => ({ email, name: email, role: "reporter" as const, passwordHash }));
  await db.member.createMany({ data });
}

export type Outcome = {
  kind: "in" | "checked" | "refused";
  milliseconds: number;
  /** Everything that came back, with what was typed taken out. */
  bytes: string;
  cookies: string[];
};

type Attempt = { email: string; password: string; sender: string; cookies?: readonly string[] };

/** Sends the sign-in form once, from a network address the proxy says. */
export async function tryToSignIn(
  publicUrl: string,
  { email, password, sender, cookies = [] }: Attempt,
): Promise<Outcome> {
  const began = performance.now();
  const answer = await fetch(`${publicUrl}/login`, {
    method: "POST",
    redirect: "manual",
    headers: {
      "Next-Action": actionId("signInAction"),
      Accept: "text/x-component",
      Origin: publicUrl,
      "X-Forwarded-For": sender,
      ...(cookies.length > 0 && { Cookie: cookies.join("; ") }),
    },
    body: actionBody({ email, password, from: "" }),
  });
  const body = await answer.text();
  const milliseconds = performance.now() - began;
  const headers = [...answer.headers].filter(([name]) => !CHANGING.has(name));
  const told = JSON.stringify([answer.status, headers, body]).replaceAll(email, "…");
  return {
    kind: kindOf(answer, body),
    milliseconds,
    bytes: told.replaceAll(/nonce-[^']+/gu, "nonce"),
    cookies: answer.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0] ?? ""),
  };
}

/** What is another at every answer, whoever asks. */
const CHANGING = new Set(["date", "x-request-id"]);

function kindOf(answer: Response, body: string): Outcome["kind"] {
  if (answer.headers.has("x-action-redirect")) return "in";
  if (body.includes("wrong_email_or_password")) return "checked";
  if (body.includes("too_many_guesses")) return "refused";
  throw new Error(`The sign-in answered ${answer.status}: ${body.slice(0, 300)}`);
}
