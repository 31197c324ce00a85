import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  askRefusal,
  type CitedWords,
  correctingRefusal,
  isGone,
  type KnownTask,
  lapses,
  movedTo,
  nextCheckAt,
  replaceRefusal,
  spreadOf,
  standsRefusal,
  stepOf,
  type TaskFacts,
  type Verdict,
  verdictOn,
  wordsNow,
} from "./rules.ts";

const now = new Date("2026-03-02T12:00:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);

describe("a page is looked at", () => {
  test.each([
    ["daily while it was cited today", 0, 0, 24],
    ["daily for a month", 30 * DAY, 0, 24],
    ["weekly after that", 31 * DAY, 0, 7 * 24],
    ["weekly for half a year", 180 * DAY, 0, 7 * 24],
    ["monthly after that", 181 * DAY, 0, 30 * 24],
    ["again within hours when it failed", 0, 1, 8],
    ["again within hours when it failed, however old", 900 * DAY, 3, 8],
  ])("%s", (_, age, failures, hours) => {
    const at = nextCheckAt({ freshAt: ago(age), failures, spread: 0.5, now });
    expect((at.getTime() - now.getTime()) / HOUR).toBe(hours);
  });

  test("always later, and never more than a tenth off its time", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(1_000), fc.nat(9), (id, days, failures) => {
        const spread = spreadOf(id);
        const at = (part: number) =>
          nextCheckAt({ freshAt: ago(days * DAY), failures, spread: part, now }).getTime() - now.getTime();
        expect(spread).toBeGreaterThanOrEqual(0);
        expect(spread).toBeLessThanOrEqual(1);
        expect(at(spread)).toBeGreaterThan(0);
        expect(Math.abs(at(spread) - at(0.5))).toBeLessThanOrEqual(at(0.5) / 10 + 1);
      }),
    );
  });
});

test.each([
  ["says so", 404, 1, 0, true],
  ["says so for good", 410, 1, 0, true],
  ["does not answer once", null, 1, 0, false],
  ["has an error once", 500, 1, 0, false],
  ["failed often in an hour", 503, 9, HOUR, false],
  ["failed rarely for days", null, 4, 9 * DAY, false],
  ["failed often for days", null, 5, 2 * DAY, true],
  ["keeps us out for days", 403, 6, 3 * DAY, true],
])("a page that %s (%j, %i times in %i ms) is gone: %j", (_, status, failures, since, gone) => {
  expect(isGone({ status, failures, failingSince: ago(since), now })).toBe(gone);
});

test.each([
  ["itself", "https://a.example/x", null],
  ["https", "http://a.example/x", null],
  ["another spelling of its host", "https://www.a.example/x", null],
  ["a slash", "https://a.example/x/", null],
  ["an index file", "https://a.example/x/index.html", null],
  ["what only says how one came", "https://a.example/x?utm_source=feed#part", null],
  ["another path", "https://a.example/y", "https://a.example/y"],
  ["another query", "https://a.example/x?id=2", "https://a.example/x?id=2"],
  ["another host", "https://b.example/x", "https://b.example/x"],
  ["the front page", "https://a.example/?utm_source=404", "https://a.example/"],
])("a page that leads to %s moved to %s: %j", (_, permanentUrl, to) => {
  expect(movedTo("https://a.example/x", permanentUrl)).toBe(to);
});

test("an address that is longer than any that is kept is no place a page moved to", () => {
  const long = (length: number) => `https://b.example/${"x".repeat(length - "https://b.example/".length)}`;
  expect(movedTo("https://a.example/x", long(2_000))).toBe(long(2_000));
  expect(movedTo("https://a.example/x", long(2_001))).toBeNull();
});

const COPY = [
  "The treaty was signed in Washington in April.",
  "An armed attack against one or more of them shall be considered an attack against them all.",
  "Any state so invited may become a party to the treaty.",
  "Nothing in this text says anything else of note about the matter at hand.",
].join("\n\n");

function cited(quote: string, copyText = COPY): CitedWords {
  const start = copyText.indexOf(quote);
  const end = start + quote.length;
  const prefix = copyText.slice(Math.max(0, start - 32), start);
  return { quote, start, end, prefix, suffix: copyText.slice(end, end + 32), copyText };
}

const QUOTE = "An armed attack against one or more of them shall be considered an attack against them all.";
const words = cited(QUOTE);

describe("quoted words", () => {
  test.each([
    ["on the same page", COPY],
    ["further down", `Read this first.\n\n${COPY}`],
    ["in another order", COPY.split("\n\n").toReversed().join("\n\n")],
    ["in other white space", COPY.replaceAll(" ", "\u00a0 ")],
    ["twice", `${COPY}\n\n${QUOTE}`],
    ["in a text that is quite another", `Something else altogether.\n\n${QUOTE}\n\nAnd more of that.`],
  ])("are there %s", (_, text) => {
    expect(wordsNow(words, text)).toEqual({ isThere: true });
  });

  test("changed a little are not there, and what stands in their place is shown", () => {
    const text = COPY.replace("against them all", "against none of them");
    const after = wordsNow(words, text);
    expect(after).toMatchObject({ isThere: false });
    const near = after.isThere ? null : after.near;
    expect(text.slice(near?.start, near?.end)).toContain("attack against none of them");
  });

  test("that were taken out are not there, nor is anything like them", () => {
    expect(wordsNow(words, COPY.replace(QUOTE, ""))).toEqual({ isThere: false, near: null });
  });

  test("are there wherever the paragraphs around them went", () => {
    const paragraph = fc.stringMatching(/^[a-z ]{0,60}$/);
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 6 }), fc.nat(6), (others, at) => {
        const text = [...others.slice(0, at), QUOTE, ...others.slice(at)].join("\n\n");
        expect(wordsNow(words, text)).toEqual({ isThere: true });
      }),
    );
  });
});

describe("a look says of evidence", () => {
  const gone = COPY.replace(QUOTE, "");
  test.each<[string, CitedWords | null, Parameters<typeof verdictOn>[1], Partial<Verdict>]>([
    ["nothing when it failed", words, { kind: "failed", isGone: false }, { kind: "unknown" }],
    ["that its page is gone", words, { kind: "failed", isGone: true }, { kind: "gone" }],
    ["that all is well", words, { kind: "page", movedTo: null, text: COPY }, { kind: "fine" }],
    ["that its words are gone", words, { kind: "page", movedTo: null, text: gone }, { kind: "words_gone" }],
    [
      "that all is well where nothing is quoted",
      null,
      { kind: "page", movedTo: null, text: gone },
      { kind: "fine" },
    ],
    ["that the page is there", words, { kind: "page", movedTo: null, text: null }, { kind: "there" }],
    [
      "that it moved, with its words",
      words,
      { kind: "page", movedTo: "https://b.example/", text: COPY },
      { kind: "moved", to: "https://b.example/", hasWords: true },
    ],
    [
      "that it moved, without its words",
      words,
      { kind: "page", movedTo: "https://b.example/", text: gone },
      { kind: "moved", hasWords: false },
    ],
    [
      "that it moved, and nothing was quoted",
      null,
      { kind: "page", movedTo: "https://b.example/", text: COPY },
      { kind: "moved", hasWords: null },
    ],
  ])("%s", (_, quoted, seen, verdict) => {
    expect(verdictOn(quoted, seen)).toMatchObject(verdict);
  });
});

const A = { kind: "moved", to: "https://a.example/", hasWords: null, near: null } as const;
const GONE = { finding: "gone", movedTo: null } as const;
const WORDS = { finding: "words_gone", movedTo: null } as const;
const TO_A = { finding: "moved", movedTo: "https://a.example/" } as const;
const TO_B = { finding: "moved", movedTo: "https://b.example/" } as const;

describe("a verdict", () => {
  test.each<[Verdict["kind"] | Verdict, KnownTask | null, KnownTask[], ReturnType<typeof stepOf>]>([
    ["gone", null, [], "raise"],
    ["gone", GONE, [], "nothing"],
    ["gone", WORDS, [], "replace"],
    ["gone", null, [GONE], "nothing"],
    ["gone", null, [WORDS], "raise"],
    [A, TO_A, [], "nothing"],
    [A, TO_B, [], "replace"],
    [A, null, [TO_A], "nothing"],
    [A, null, [TO_B], "raise"],
    ["words_gone", null, [WORDS], "nothing"],
    ["words_gone", null, [GONE, TO_A], "raise"],
    ["fine", null, [GONE], "nothing"],
    ["fine", GONE, [], "close"],
    ["fine", WORDS, [], "close"],
    ["there", GONE, [], "close"],
    ["there", TO_A, [], "close"],
    ["there", WORDS, [], "nothing"],
    ["there", null, [], "nothing"],
    ["unknown", GONE, [], "nothing"],
    ["unknown", null, [], "nothing"],
  ])("%j with %j open and %j standing: %s", (said, open, standing, step) => {
    const verdict = typeof said === "string" ? ({ kind: said, near: null } as Verdict) : said;
    expect(stepOf({ verdict, open, standing })).toBe(step);
  });

  test.each<[KnownTask, Verdict["kind"], boolean]>([
    [GONE, "unknown", false],
    [GONE, "gone", false],
    [GONE, "there", true],
    [GONE, "words_gone", true],
    [GONE, "fine", true],
    [WORDS, "words_gone", false],
    [WORDS, "gone", false],
    [WORDS, "there", false],
    [WORDS, "moved", false],
    [WORDS, "fine", true],
    [TO_A, "moved", false],
    [TO_A, "gone", false],
    [TO_A, "words_gone", true],
  ])("what was said of %j lapses with %s: %j", (task, kind, does) => {
    expect(lapses(task, { kind, near: null } as Verdict)).toBe(does);
  });
});

const asked = { checkedAt: null, checkingUntil: null, askedAt: null };

test.each([
  ["nobody ever looked", null, "reporter", undefined],
  ["it was looked at long ago", { ...asked, checkedAt: ago(HOUR) }, "reporter", undefined],
  ["it was looked at just now", { ...asked, checkedAt: ago(60_000) }, "editor", "checked_just_now"],
  ["somebody just asked", { ...asked, askedAt: ago(60_000) }, "admin", "checked_just_now"],
  [
    "a look is under way",
    { ...asked, checkingUntil: new Date(now.getTime() + 1) },
    "admin",
    "checked_just_now",
  ],
  ["a look never came back", { ...asked, checkingUntil: ago(1) }, "reporter", undefined],
  ["the role is unknown", null, "intern", "not_allowed"],
] as const)("when %s one may ask or not", (_, watch, role, reason) => {
  expect(askRefusal(watch, { role: role as "reporter" }, now)?.reason).toBe(reason);
});

describe("a task", () => {
  const author = { id: "ana", role: "reporter" } as const;
  const other = { id: "ben", role: "reviewer" } as const;
  const editor = { id: "eve", role: "editor" } as const;
  const task = (state: TaskFacts["claim"]["state"], more: Partial<TaskFacts> = {}): TaskFacts => ({
    isOpen: true,
    finding: "moved",
    claim: { state, authorId: "ana" },
    ...more,
  });

  test.each([
    ["draft", author, undefined],
    ["draft", editor, undefined],
    ["draft", other, "not_yours"],
    ["in_review", author, "not_allowed"],
    ["in_review", editor, undefined],
    ["published", author, "not_allowed"],
    ["published", editor, undefined],
  ] as const)("of a claim that is %s is settled by %j: %s", (state, actor, reason) => {
    expect(standsRefusal(task(state), actor)?.reason).toBe(reason);
    expect(standsRefusal(task(state, { isOpen: false }), actor)?.reason).toBe("task_settled");
  });

  test("leads to a correction only of what is published, by an editor", () => {
    expect(correctingRefusal(task("published"), editor)).toBeNull();
    expect(correctingRefusal(task("published"), author)?.reason).toBe("not_allowed");
    expect(correctingRefusal(task("ready"), editor)?.reason).toBe("nothing_published");
  });

  test("gives the source its new address, which is an editor's where others cite it", () => {
    const moved = { ...task("draft"), citedElsewhere: false };
    expect(replaceRefusal(moved, author)).toBeNull();
    expect(replaceRefusal({ ...moved, citedElsewhere: true }, author)?.reason).toBe("not_allowed");
    expect(replaceRefusal({ ...moved, citedElsewhere: true }, editor)).toBeNull();
    expect(replaceRefusal({ ...moved, finding: "gone" }, editor)?.reason).toBe("task_settled");
  });
});
