import { globSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { OutsideLink } from "./outside-link.tsx";

const draw = (href: string | null) =>
  renderToStaticMarkup(
    <OutsideLink href={href} rel="noopener" dir="ltr">
      words
    </OutsideLink>,
  );

test.each(["https://paper.example/a?b#c", "http://paper.example/", "HTTPS://paper.example"])(
  "%s is a link",
  (href) => {
    expect(draw(href)).toBe(`<a href="${href}" rel="noopener" dir="ltr">words</a>`);
  },
);

test.each([
  "javascript:alert(1)",
  " JaVa\tScRiPt:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "blob:https://paper.example/1",
  "mailto:a@paper.example",
  "//paper.example/",
  "/desk",
  "https://name:word@paper.example/",
  "",
  null,
])("%j is drawn as its words", (href) => {
  expect(draw(href)).toBe('<span dir="ltr">words</span>');
});

/** Where links lead whose addresses were made here, of the settings or of slugs, not given by anybody. */
const MADE_HERE = [
  "app/(auth)/login/page.tsx",
  "app/desk/settings/account/_components/provider-accounts.tsx",
  "components/articles/cards/claim-card.tsx",
  "components/articles/text/marked-words.tsx",
  "components/claims/markdown.tsx",
  "components/insights/pack-checks.tsx",
  "components/public-site/cite-and-share.tsx",
  "components/public-site/embedding/claim-card.tsx",
  "components/public-site/former-verdict.tsx",
  "components/public-site/group-view.tsx",
  "components/public-site/in-short.tsx",
  "components/public-site/list-parts.tsx",
  "components/public-site/policy-section.tsx",
  "components/public-site/public-record.tsx",
  "components/shell/error-notice.tsx",
  "components/shell/language-links.tsx",
];

test("no other link takes an address that somebody gave", () => {
  const found = new Set<string>();
  for (const file of globSync("{app,components}/**/*.tsx"))
    for (const [, address = ""] of readFileSync(file, "utf8").matchAll(/<a\s[^>]*?href=\{([^}]+)/gu))
      if (!/^`(?:\/|#|mailto:)/u.test(address) && !file.endsWith(".test.tsx")) found.add(file);
  found.delete("components/ui/outside-link.tsx");
  expect([...found].toSorted()).toEqual(MADE_HERE);
});
