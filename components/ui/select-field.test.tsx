import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LocaleProvider } from "#components/locale/locale-provider.tsx";
import { type FormContext, FormContextProvider } from "./form-context.tsx";
import { RadioCards } from "./radio-cards.tsx";
import { SelectField } from "./select-field.tsx";

const OPTIONS = [
  { value: "person", label: "Person" },
  { value: "organisation", label: "Organisation" },
];

/** A field after somebody else saved "person" first, while `typed` was chosen here. */
function drawn(Choice: typeof SelectField | typeof RadioCards, typed: string): string {
  const form: FormContext = {
    idOf: (name) => name,
    errors: {},
    posted: {},
    conflict: { kind: typed },
    draft: { savedAt: null, restored: false, discard: () => undefined, other: null },
  };
  return renderToStaticMarkup(
    <LocaleProvider locale="en-GB" timeZone="UTC">
      <FormContextProvider value={form}>
        <Choice name="kind" label="Kind" options={OPTIONS} defaultValue="person" />
      </FormContextProvider>
    </LocaleProvider>,
  );
}

test.each([
  ["a list", SelectField],
  ["cards", RadioCards],
])("after somebody else saved, %s shows their choice by its label, and only when it differs", (_, Choice) => {
  expect(drawn(Choice, "organisation")).toContain("Somebody else saved this meanwhile:");
  expect(drawn(Choice, "organisation")).toMatch(/id="kind-saved".*>Person</);
  expect(drawn(Choice, "person")).not.toContain("kind-saved");
});
