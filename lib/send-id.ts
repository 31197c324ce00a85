/**
 * The field in which a browser puts an id it made for one press of a button: sent again with it, because no answer
 * came, the form is not done twice. Fields with this beginning are the framework's, so no input has it.
 */
export const SEND_ID = "$ACTION_SEND_ID";

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

/** The id a form was sent with; null when it has none. */
export function sendIdOf(form: FormData): string | null {
  const id = form instanceof FormData ? form.get(SEND_ID) : null;
  return typeof id === "string" && UUID.test(id) ? id : null;
}
