"use client";

import { ChevronDown, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { FormEvent, ReactNode } from "react";
import { Button } from "./button.tsx";
import "./filter-field.css";

export type FilterChoice = { value: string; label: string };

/** One part of a filter. `any`: what is said while nothing is chosen; `gone`: of a choice that is not there any more. */
export type FilterPart = {
  name: string;
  label: string;
  any: string;
  gone: string;
  value: string | null;
  options: readonly FilterChoice[];
};

/** Which items of a list are shown. The address keeps it; without script a button sends the form there. */
export function FilterForm({
  action,
  parts,
  words,
  clearHref,
  className,
  children,
}: {
  action: string;
  parts: readonly FilterPart[];
  words: { label: string; show: string; clear: string };
  /** Where nothing is filtered; null while nothing is. */
  clearHref: string | null;
  className: string;
  /** Hidden fields that go along. */
  children?: ReactNode;
}) {
  const router = useRouter();

  function show(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const said = [...new FormData(event.currentTarget)].filter(([, value]) => value !== "");
    const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
    router.replace(`${action}?${query}`);
  }

  return (
    <form
      key={JSON.stringify(parts.map(({ value }) => value))}
      action={action}
      onSubmit={show}
      onChange={(event) => event.currentTarget.requestSubmit()}
      className={className}
    >
      <fieldset className="contents">
        <legend className="sr-only">{words.label}</legend>
        {children}
        {parts.map((part) => (
          <FilterField key={part.name} {...part} />
        ))}
        <span className="hidden noscript:contents">
          <Button type="submit" size="sm">
            {words.show}
          </Button>
        </span>
      </fieldset>
      {clearHref !== null && (
        <Link
          href={clearHref}
          prefetch={false}
          className="inline-flex min-h-7.5 items-center gap-1 rounded-sm px-1.5 text-sm text-accent pointer-coarse:min-h-11"
        >
          <X aria-hidden className="size-3.5" />
          {words.clear}
        </Link>
      )}
    </form>
  );
}

/** A choice that nothing fits any more stays: the filter is in force all the same. */
function FilterField({ name, label, any, gone, value, options }: FilterPart) {
  const isThere = value === null || options.some((option) => option.value === value);
  if (options.length === 0 && value === null) return null;
  return (
    <span className="filter-field">
      {/* What was chosen and is not there any more is another option now: the browser would choose none. */}
      <select
        key={String(isThere)}
        name={name}
        aria-label={label}
        defaultValue={value ?? ""}
        data-on={value !== null || undefined}
      >
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {!isThere && <option value={value}>{gone}</option>}
      </select>
      <ChevronDown aria-hidden className="size-3.5" />
    </span>
  );
}
