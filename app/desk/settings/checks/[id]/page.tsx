import type { Metadata } from "next";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadCheckFile } from "#lib/check-files/loaders.ts";
import { fill } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { FileRows } from "../_components/file-rows.tsx";
import { FileState } from "../_components/file-state.tsx";
import { LabelsForm } from "../_components/labels-form.tsx";

type Props = PageProps<"/desk/settings/checks/[id]">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { file } = await loadCheckFile((await params).id, searchParams);
  return { title: file.name };
}

/** What would become, or became, of the rows of a file; and the step from one to the other. */
export default async function CheckFilePage({ params, searchParams }: Props) {
  const { file, shown, rows, labels, ratings, isStalled } = await loadCheckFile(
    (await params).id,
    searchParams,
  );
  const { words, format, newsroom } = await loadConventions();
  const texts = words.checkFiles;
  const conventions = { words, format, locale: newsroom.locale };
  const { use, by, createdAt } = file;
  return (
    <>
      <PageHeader title={file.name} crumbs={[{ href: "/desk/settings/checks", label: texts.title }]} />
      <div className="max-w-3xl space-y-8 px-4 py-7 desk:px-7">
        <p className="wrap-break-word text-muted">
          {fill(texts.sent, { use: texts.uses[use], name: by, when: format.dateTime(createdAt) })}
        </p>
        <FileState file={file} isStalled={isStalled} {...conventions} />
        {labels.length > 0 && <LabelsForm fileId={file.id} labels={labels} ratings={ratings} />}
        {file.state !== "reading" && file.shownAt !== null && (
          <FileRows file={file} shown={shown} rows={rows} {...conventions} />
        )}
      </div>
    </>
  );
}
