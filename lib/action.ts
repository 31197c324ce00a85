import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { noteRefused } from "./auth/refusals.ts";
import { AppError, type Reason } from "./errors.ts";
import type { Format } from "./i18n/format.ts";
import { sentenceOf } from "./i18n/refusals.ts";
import { fill, type Words } from "./i18n/words.ts";
import type { FieldProblem } from "./input.ts";
import { log } from "./log.ts";
import { once } from "./once.ts";
import { sendIdOf } from "./send-id.ts";
import { leadsToSignIn, SIGN_IN_HERE } from "./sign-in-here.ts";

/** What a form is told. `values` is what was typed, so that nothing is lost when the page comes back. */
export type ActionState<Result = unknown> =
  | { status: "idle" }
  | { status: "done"; result: Result }
  | {
      status: "refused";
      reason: Reason;
      message: string;
      fields: Readonly<Record<string, string>>;
      values: Readonly<Record<string, string>>;
    };

/** Never sent back to the browser. */
const SECRET_FIELDS = new Set(["password", "newPassword", "code", "proof", "repeat"]);

/**
 * Runs a server action: expected failures become words for the person, in `words`; redirects pass through;
 * anything else is logged and goes on to the error page. A form whose page can sign in again is told so instead
 * of being led away; one that is sent again with the same id is not done twice.
 */
export async function runAction<Result>(
  {
    form,
    words,
    format,
    isToldOnce = false,
  }: {
    form: FormData;
    words: Words;
    format?: Format /** A secret: what came of it is not kept. */;
    isToldOnce?: boolean;
  },
  run: () => Promise<Result>,
): Promise<ActionState<Result>> {
  try {
    const sendId = sendIdOf(form);
    return { status: "done", result: await (sendId === null ? run() : once(sendId, run, { isToldOnce })) };
  } catch (caught) {
    const staysHere = form instanceof FormData && form.has(SIGN_IN_HERE) && leadsToSignIn(caught);
    const error = staysHere ? new AppError("session_ended") : caught;
    unstable_rethrow(error);
    await noteRefused(error, { email: typedEmail(form) });
    const refused = describeFailure(error, words, format);
    if (refused) return { status: "refused", ...refused, values: typedValues(form) };
    log.error({ err: error }, "action failed");
    throw error;
  }
}

/** Whose account a form is about, as it was typed. */
function typedEmail(form: FormData): string | null {
  const email = form instanceof FormData ? form.get("email") : null;
  return typeof email === "string" ? email : null;
}

type Described = { reason: Reason; message: string; fields: Record<string, string> };

/** The words for an expected failure, or null when it is not one. Shared by actions and the API. */
export function describeFailure(error: unknown, words: Words, format?: Format): Described | null {
  if (error instanceof AppError) {
    const message = sentenceOf(error, words, format);
    return { reason: error.reason, message, fields: error.field ? { [error.field]: message } : {} };
  }
  if (error instanceof z.ZodError) {
    return {
      reason: "invalid_input",
      message: words.reasons.invalid_input,
      fields: fieldProblems(error, words, format),
    };
  }
  return null;
}

function fieldProblems(error: z.ZodError, words: Words, format?: Format): Record<string, string> {
  const number = (value: number | bigint) => (format ? format.number(Number(value)) : String(value));
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".");
    const known = Object.hasOwn(words.common.fields, issue.message);
    const sentence = words.common.fields[known ? (issue.message as FieldProblem) : "not_a_choice"];
    const limit =
      issue.code === "too_big"
        ? number(issue.maximum)
        : issue.code === "too_small"
          ? number(issue.minimum)
          : "";
    fields[field] ??= fill<string>(sentence, { limit } as Record<never, never>);
  }
  return fields;
}

/**
 * A form's text fields by name, without the ones React adds for itself. Browsers send every line end as CRLF; the
 * field had LF, and so has what is saved. An action can be called with anything: what is no form has no fields.
 */
export function fieldsOf(form: FormData): Record<string, string> {
  return Object.fromEntries(textsOf(form));
}

/** The file somebody chose in a field; null when they chose none, which comes as an empty one of whatever name. */
export function fileOf(form: FormData, name: string): File | null {
  const file = form instanceof FormData ? form.get(name) : null;
  return file instanceof File && file.size > 0 ? file : null;
}

function textsOf(form: FormData): [name: string, text: string][] {
  if (!(form instanceof FormData)) return [];
  return [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && !name.startsWith("$ACTION") ? [[name, value.replaceAll("\r\n", "\n")]] : [],
  );
}

/** As `fieldsOf`, without secrets; of a name that comes several times (ticks) all values, with commas between them. */
function typedValues(form: FormData): Record<string, string> {
  const typed = Map.groupBy(
    textsOf(form).filter(([name]) => !SECRET_FIELDS.has(name)),
    ([name]) => name,
  );
  return Object.fromEntries(
    [...typed].map(([name, texts]) => [name, texts.map(([, text]) => text).join(",")]),
  );
}
