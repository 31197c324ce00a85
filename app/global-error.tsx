"use client";

import "./fonts.ts";
import "./globals.css";
import { ErrorNotice, type ErrorPageProps } from "#components/shell/error-notice.tsx";

/** Even the root layout failed: a document of its own, the same words. */
export default function GlobalErrorPage(props: ErrorPageProps) {
  return (
    <html lang="en">
      <body>
        <main id="main">
          <ErrorNotice {...props} />
        </main>
      </body>
    </html>
  );
}
