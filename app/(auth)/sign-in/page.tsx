import type { Metadata } from "next";
import { loadAskForLink } from "#lib/entry-links/loaders.ts";
import { AskForLink } from "../_components/ask-for-link.tsx";

type Props = PageProps<"/sign-in">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { words } = await loadAskForLink(searchParams);
  return { title: words.auth.askForLink.sign_in.title, robots: { index: false } };
}

export default async function AskToSignInPage({ searchParams }: Props) {
  return <AskForLink kind="sign_in" page={await loadAskForLink(searchParams)} />;
}
