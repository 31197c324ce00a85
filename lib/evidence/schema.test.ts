import { describe, expect, test } from "vitest";
import { attachDocumentInput, attachEvidenceInput } from "./schema.ts";

describe("an address typed as it is printed", () => {
  const read = (url: string) => attachEvidenceInput.in.shape.url.safeParse(url);

  test.each([
    ["www.example.org", "https://www.example.org/"],
    [" www.example.org/treaty?a=1#part ", "https://www.example.org/treaty?a=1#part"],
    ["example.org?q=a:b@c", "https://example.org/?q=a:b@c"],
    ["Bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"],
    ["a-b.co.uk/x/https://c.example", "https://a-b.co.uk/x/https://c.example"],
    ["पत्रिका.भारत", "https://xn--11b3arz5ee0h.xn--h2brj9c/"],
    ["example.xn--p1ai/page", "https://example.xn--p1ai/page"],
    ["example.org/minutes.pdf", "https://example.org/minutes.pdf"],
    ["http://example.org/", "http://example.org/"],
  ])("%s is %s", (typed, kept) => {
    expect(read(typed).data).toBe(kept);
  });

  test.each([
    "javascript:alert(1)",
    "javascript.example:alert(1)",
    "javascript:www.example.org/",
    " java\nscript:alert(1)//www.example.org",
    "data:text/html,www.example.org",
    "vbscript.example.org:x",
    "name@example.org",
    "name:secret@example.org/",
    "example.org:8080/",
    "localhost",
    "localhost/x.example",
    "127.0.0.1/x",
    "0x7f.1",
    "2130706433",
    "[::1]",
    "//example.org/",
    "\\\\example.org\\x",
    "/etc/passwd.txt",
    "file.example:///etc/passwd",
    "example.org\\@evil.example",
    "not an address. Really",
    "e.g.",
    "-a.example",
    "a..example",
    "minutes.pdf",
    "Annual Report.docx",
    "127.0.0.1.\u034f\u034f",
  ])("%j is refused", (typed) => {
    expect(read(typed).error?.issues[0]?.message).toBe("not_a_url");
  });
});

describe("a title left out", () => {
  const form = { claimId: "01890000-0000-7000-8000-000000000000", kind: "primary", stance: "context" };
  const read = (fields: object) => attachEvidenceInput.safeParse({ ...form, ...fields });

  test("is the address until the source's own is known", () => {
    expect(read({ url: "https://www.example.org/a/treaty/?page=2#part", title: " " }).data?.title).toBe(
      "example.org/a/treaty",
    );
    expect(read({ url: `https://example.org/${"a".repeat(500)}` }).data?.title).toHaveLength(120);
  });

  test("is asked for where there is no address", () => {
    expect(read({ url: "" }).error?.issues).toMatchObject([{ path: ["title"], message: "title_or_address" }]);
  });

  test("is asked for along with everything else that is missing", () => {
    const problems = attachEvidenceInput.safeParse({ ...form, stance: "", url: "" }).error?.issues;
    expect(problems?.map(({ path }) => path.join("."))).toEqual(["stance", "title"]);
  });

  test("is not asked for beside an address that is mistyped", () => {
    expect(read({ url: "not an address" }).error?.issues).toMatchObject([{ path: ["url"] }]);
  });
});

describe("a file as a source", () => {
  const typed = { claimId: "01890000-0000-7000-8000-000000000000", kind: "primary", stance: "supports" };

  test.each([
    ["scan 2.pdf", "scan 2"],
    ["Bericht.final.docx", "Bericht.final"],
    ["README", "README"],
    [".htaccess", ".htaccess"],
    ["a. b. longer than an ending", "a. b. longer than an ending"],
  ])("%s is called %j until somebody says its title", (fileName, title) => {
    expect(attachDocumentInput.parse({ ...typed, fileName })).toMatchObject({ title, fileName, url: null });
    expect(attachDocumentInput.parse({ ...typed, fileName, title: "The treaty" }).title).toBe("The treaty");
  });

  test.each(["", " ", "x".repeat(5_000), undefined, 7])("a name such as %j is none", (fileName) => {
    expect(attachDocumentInput.parse({ ...typed, fileName }).fileName).toBe("file");
  });

  test("goes without an address", () => {
    const result = attachDocumentInput.safeParse({ ...typed, fileName: "a.pdf", url: "https://a.example/" });
    expect(result.error?.issues).toMatchObject([{ path: ["url"], message: "file_or_address" }]);
  });
});
