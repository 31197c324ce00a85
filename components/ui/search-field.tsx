import { Search } from "lucide-react";

/** A search box, for a form that sends with GET. Needs no JavaScript. */
export function SearchField({
  label,
  name = "search",
  defaultValue,
}: {
  /** Its name for screen readers, and what stands in it while it is empty. */
  label: string;
  name?: string;
  defaultValue?: string | undefined;
}) {
  return (
    <div className="relative min-w-0 flex-1">
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 start-3 my-auto size-4 text-faint"
      />
      <input
        type="search"
        name={name}
        defaultValue={defaultValue}
        aria-label={label}
        placeholder={label}
        className="control ps-9"
      />
    </div>
  );
}
