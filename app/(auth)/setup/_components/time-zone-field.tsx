"use client";

import { useSyncExternalStore } from "react";
import { SelectField } from "#components/ui/select-field.tsx";

const subscribe = () => () => {};
const zoneHere = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Time zones, with the visitor's own chosen once their browser can say which it is. */
export function TimeZoneField({
  label,
  hint,
  zones,
}: {
  label: string;
  hint: string;
  zones: readonly string[];
}) {
  const here = useSyncExternalStore(subscribe, zoneHere, () => "UTC");
  const options = zones.includes(here) ? zones : [here, ...zones];
  return (
    <SelectField
      label={label}
      name="timeZone"
      hint={hint}
      options={options.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      defaultValue={here}
    />
  );
}
