export type Fields = Readonly<Record<string, string | number | null>>;

/** Fields as a server action reads them, where no form on the page has them. Null is an empty field. */
export function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value ?? ""));
  return form;
}
