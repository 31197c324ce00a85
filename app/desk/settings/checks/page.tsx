import type { Metadata } from "next";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadCheckFiles } from "#lib/check-files/loaders.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { SettingsTabs } from "../_components/settings-tabs.tsx";
import { FileList } from "./_components/file-list.tsx";
import { SendFileForm } from "./_components/send-file-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await loadCheckFiles();
  return { title: (await loadConventions()).words.checkFiles.title };
}

/** Files of checks that were published elsewhere: to send one, and those sent lately. */
export default async function CheckFilesPage() {
  const [files, { words, format }] = await Promise.all([loadCheckFiles(), loadConventions()]);
  const texts = words.checkFiles;
  return (
    <>
      <PageHeader title={texts.title} />
      <SettingsTabs current="checks" words={words} />
      <div className="max-w-3xl space-y-10 px-4 py-7 desk:px-7">
        <p className="text-pretty text-muted">{texts.intro}</p>
        <section aria-labelledby="send" className="rounded-lg border border-line p-4 sm:p-5">
          <h2 id="send" className="mb-4 font-semibold">
            {texts.send}
          </h2>
          <SendFileForm />
        </section>
        <section aria-labelledby="sent">
          <h2 id="sent" className="mb-3 text-lg font-semibold">
            {texts.list}
          </h2>
          {files.length === 0 ? (
            <p className="text-muted">{texts.none}</p>
          ) : (
            <FileList files={files} words={words} format={format} />
          )}
        </section>
      </div>
    </>
  );
}
