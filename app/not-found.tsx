import { ProblemPage } from "#components/shell/problem-page.tsx";
import { ThemeStyle } from "#components/shell/theme-switch.tsx";
import { NothingHere, nothingHereMetadata } from "./nothing-here.tsx";

export const generateMetadata = nothingHereMetadata;

/** For any address that leads nowhere. */
export default function NotFound() {
  return (
    <main id="main">
      <ThemeStyle />
      <NothingHere in={ProblemPage} />
    </main>
  );
}
