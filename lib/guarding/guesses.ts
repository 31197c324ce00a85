import { giveBack, type RateLimit, senderOf, withinLimit } from "./rate-limit.ts";

/** Milliseconds after the first wrong guess: nobody is kept out for longer by wrong guesses that have ended. */
const WINDOW = 15 * 60_000;

/** How many wrong passwords are looked at in that time. docs/security.md states them. */
export const GUESSES = {
  /** For one e-mail address, from all browsers together that have not signed in with it before. */
  account: { name: "guess-account", most: 10, milliseconds: WINDOW },
  /** From one network address, by such browsers. Higher: behind one address may sit a whole newsroom. */
  sender: { name: "guess-sender", most: 30, milliseconds: WINDOW },
  /** For one e-mail address, from one browser that has. Strangers' guesses do not count there. */
  browser: { name: "guess-browser", most: 10, milliseconds: WINDOW },
} as const satisfies Record<string, RateLimit>;

export type Guess = {
  email: string;
  /** The network address it comes from. */
  sender: string;
  /** The browser's id, where it has signed in with this e-mail address before (`knownBrowser`). */
  browserId: string | null;
  now: Date;
};

/**
 * Counts a guess before it is looked at: of many at once no more are than the limits say. False: it must not be looked
 * at. It is asked of what was typed, so unknown e-mail addresses have the same limits as known ones.
 */
export async function mayGuess(guess: Guess): Promise<boolean> {
  for (const [limit, who] of limitsOf(guess)) {
    if (!(await withinLimit(limit, who, guess.now))) return false;
  }
  return true;
}

/** Takes a guess that was right off the counts: only wrong ones use them up. */
export async function forgiveGuess(guess: Guess): Promise<void> {
  for (const [limit, who] of limitsOf(guess)) await giveBack(limit, who);
}

function limitsOf({ email, sender, browserId }: Guess): [RateLimit, string][] {
  if (browserId !== null) return [[GUESSES.browser, `${browserId} ${email}`]];
  return [
    [GUESSES.sender, senderOf(sender)],
    [GUESSES.account, email],
  ];
}
