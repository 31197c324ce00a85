import type { Metadata } from "next";
import { loadAskForLink } from "#lib/entry-links/loaders.ts";
import { AskForLink } from "../_components/ask-for-link.tsx";

type Props = PageProps<"/forgot">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { words } = await loadAskForLink(searchParams);
  return { title: words.auth.askForLink.reset.title, robots: { index: false } };
}

export default async function ForgotPage({ searchParams }: Props) {
  return <AskForLink kind="reset" page={await loadAskForLink(searchParams)} />;
}
