"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button.tsx";

/** The button that sends its form. Of several in one form, only the one that was pressed shows that it works. */
export function SubmitButton({ variant = "primary", name, value, ...props }: ComponentProps<typeof Button>) {
  const { pending, data } = useFormStatus();
  const pressed = name === undefined || data?.get(name) === value;
  return (
    <Button
      {...props}
      {...(name !== undefined && { name, value })}
      type="submit"
      variant={variant}
      pending={pending && pressed}
    />
  );
}
