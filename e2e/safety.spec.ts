import { expect, person, test } from "./fixtures.ts";

/** The nonce an answer's policy names. */
function nonceOf(policy: string | undefined): string {
  return /script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(policy ?? "")?.[1] ?? "";
}

test("a page with scripts names a nonce of its own, and none but its scripts carry it", async ({
  requestAs,
}) => {
  const desk = await requestAs(await person("admin"));
  const nonces = new Set<string>();
  const paths = ["/login", "/desk", "/desk/queue", "/desk/settings", "/desk/nowhere", "/desk/claims/none"];
  for (const path of [...paths, "/desk"]) {
    const answer = await desk.get(path, {
      headers: { "Content-Security-Policy": "script-src 'nonce-mine'" },
    });
    const policy = answer.headers()["content-security-policy"];
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    const nonce = nonceOf(policy);
    expect(nonce, path).toMatch(/^[\w+/]{22}==$/);
    nonces.add(nonce);
    const html = await answer.text();
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length, path).toBeGreaterThan(0);
    for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
    expect(html, path).not.toMatch(/\son(?:click|load|error)=/i);
  }
  expect(nonces.size).toBe(paths.length + 1);
});

test("script that got into a page does not run, and the page's own does", async ({ open, tolerate }) => {
  tolerate(/Content Security Policy/);
  const page = await open(await person("reporter"));
  await page.goto("/desk/articles");
  await page.evaluate(() => {
    const injected = document.createElement("div");
    injected.innerHTML = `<img src="data:," onerror="window.wasRun = 1"><a href="javascript:window.wasRun = 2">in</a>`;
    document.body.append(injected);
  });
  await page.getByRole("link", { name: "in", exact: true }).click();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await page.evaluate(() => "wasRun" in window)).toBe(false);
});

test("what is no page loads nothing, wherever it comes from", async ({ request }) => {
  for (const path of ["/feed.xml", "/claimreview.json", "/claims.csv", "/sitemap.xml"]) {
    const { "content-security-policy": policy, "x-content-type-options": sniffing } = (
      await request.get(path)
    ).headers();
    expect(policy, path).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(sniffing, path).toBe("nosniff");
  }
});
