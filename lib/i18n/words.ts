import type { en } from "./en/words.ts";

/** Every word on screen. English is the reference: another language is a `Translation` of it. */
export type Words = typeof en;

/** The same words in another language, with the same keys and placeholders and as many forms of number as it has. */
export type Translation<Part> = Part extends string
  ? string
  : Part extends Plural
    ? { readonly other: string } & { readonly [Form in Intl.LDMLPluralRule | `=${number}`]?: string }
    : { readonly [Key in keyof Part]: Translation<Part[Key]> };

type Placeholder<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;
export type Values<Template extends string> = Record<Placeholder<Template>, string | number>;

/** Puts values into a sentence: `fill("Claim {number}", { number: 3 })`. A missing value is a type error. */
export function fill<Template extends string>(template: Template, values: Values<Template>): string {
  const given: Record<string, string | number> = values;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(given[name] ?? whole));
}

type Plural = { one: string; other: string };

/** Making one takes longer than drawing what it is for. By BCP 47 tag. */
const RULES = new Map<string, { plural: Intl.PluralRules; number: Intl.NumberFormat }>();

function rulesFor(locale: string) {
  const known = RULES.get(locale);
  if (known) return known;
  const made = { plural: new Intl.PluralRules(locale), number: new Intl.NumberFormat(locale) };
  RULES.set(locale, made);
  return made;
}

/**
 * Picks the form a number needs and puts it in as `{count}`: `plural("en", words.sources, 2)`. A form for just this
 * number, written `=2`, goes before the language's own.
 */
export function plural(
  locale: string,
  forms: Plural & Partial<Record<Intl.LDMLPluralRule | `=${number}`, string>>,
  count: number,
): string {
  const rules = rulesFor(locale);
  const form = forms[`=${count}`] ?? forms[rules.plural.select(count)] ?? forms.other;
  return form.replace("{count}", rules.number.format(count));
}
