"use client";

import { ErrorNotice, type ErrorPageProps } from "#components/shell/error-notice.tsx";

export default function ErrorPage(props: ErrorPageProps) {
  return (
    <main id="main">
      <ErrorNotice {...props} />
    </main>
  );
}
