import { Problem } from "#components/shell/problem-page.tsx";
import { NothingHere, nothingHereMetadata } from "../nothing-here.tsx";

export const generateMetadata = nothingHereMetadata;

/** Inside the frame of the pages before signing in, which is the page's main part already. */
export default function NotFoundBeforeSigningIn() {
  return <NothingHere in={Problem} />;
}
