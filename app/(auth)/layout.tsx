import type { ReactNode } from "react";
import { ThemeStyle } from "#components/shell/theme-switch.tsx";

/** The frame of the pages before signing in: one column in the middle of the paper. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main
      id="main"
      className="mx-auto flex min-h-dvh max-w-lg flex-col justify-center px-5 py-10 sm:px-8 sm:py-16"
    >
      <ThemeStyle />
      {children}
    </main>
  );
}
