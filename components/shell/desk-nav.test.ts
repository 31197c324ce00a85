import { expect, test } from "vitest";
import { ROLES } from "#lib/auth/policy.ts";
import { en } from "#lib/i18n/en/words.ts";
import { deskNav } from "./desk-nav.ts";

const hrefs = (role: (typeof ROLES)[number]) =>
  deskNav({ words: en, role, counts: {} })
    .flat()
    .map((item) => item.href);

test("everybody finds their work, shortcuts and tokens; editors the policies, only admins the other settings", () => {
  for (const role of ROLES) {
    expect(hrefs(role)).toEqual(
      expect.arrayContaining([
        "/desk",
        "/desk/articles",
        "/desk/queue",
        "/desk/sources",
        "/desk/repairs",
        "/desk/source-tasks",
        "/desk/tips",
        "/desk/notifications",
        "/",
      ]),
    );
    const settings = hrefs(role).filter((href) => href.startsWith("/desk/settings"));
    expect(settings).toEqual([
      "/desk/settings/shortcuts",
      "/desk/settings/tokens",
      ...(role === "editor" || role === "admin" ? ["/desk/settings/policies"] : []),
      ...(role === "admin" ? ["/desk/settings/webhooks", "/desk/settings/members", "/desk/settings"] : []),
    ]);
  }
});

test("the desk's figures are offered to those who may see them", () => {
  expect(ROLES.filter((role) => hrefs(role).includes("/desk/insights"))).toEqual([
    "reviewer",
    "editor",
    "admin",
  ]);
});

test("the audit log is offered to editors and admins", () => {
  expect(ROLES.filter((role) => hrefs(role).includes("/desk/audit"))).toEqual(["editor", "admin"]);
});

test("what waits is counted", () => {
  const counts = { work: 3, queue: 12, repairs: 2, sourceTasks: 5 };
  const [work, , , queue, , , repairs, sourceTasks] = deskNav({ words: en, role: "reviewer", counts }).flat();
  expect([work, queue, repairs, sourceTasks].map((item) => item?.count)).toEqual([3, 12, 2, 5]);
});
