import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { startMailServer } from "#lib/testing/mail-server.ts";
import { sendMail } from "./send-mail.ts";

test("what people write makes no line of a letter's head and no other addressee", async () => {
  const server = await startMailServer();
  try {
    vi.stubEnv("SMTP_URL", server.url);
    vi.stubEnv("MAIL_FROM", "Desk <desk@example.org>");
    const forged = "Hello\r\nBcc: everybody@example.org\r\nX-Forged: yes\r\n\r\nAnother text";
    await sendMail({
      to: { name: `Ben" <eve@example.org>, "${forged}`, address: "ben@desk.example" },
      subject: forged,
      text: `Dear Ben,\n.\nRCPT TO:<eve@example.org>\n${forged}`,
      messageId: "<one@example.org>",
    });
    expect(server.received.map(({ to }) => to)).toEqual([expect.stringContaining("ben@desk.example")]);
    const [head = ""] = server.received[0]?.data.split("\n\n") ?? [];
    expect(head).not.toMatch(/^(?:Bcc|X-Forged|Another)/imu);
    expect(head.match(/^To:/gmu)).toHaveLength(1);
  } finally {
    await server.close();
  }
});

test("no name or address in a letter has a file or a page read", async () => {
  const server = await startMailServer();
  try {
    vi.stubEnv("SMTP_URL", server.url);
    vi.stubEnv("MAIL_FROM", "Desk <desk@example.org>");
    const read = { path: "/etc/hostname" } as unknown as string;
    const letter = {
      to: { name: "Ben", address: "ben@desk.example" },
      subject: "x",
      messageId: "<two@example.org>",
    };
    await expect(sendMail({ ...letter, text: read })).rejects.toThrow(/[Ff]ile access/);
    expect(server.received).toEqual([]);
  } finally {
    await server.close();
  }
});

test("of a letter that is turned away, the error says why, but not to whom it was", async () => {
  const server = await startMailServer();
  try {
    vi.stubEnv("SMTP_URL", server.url);
    vi.stubEnv("MAIL_FROM", "Desk <desk@example.org>");
    server.refuse(1);
    const to = { name: "Wanda Whistle", address: "wanda.whistle@secret.example" };
    const letter = { to, subject: "x", text: "y", messageId: "<three@example.org>" };
    const error = await sendMail(letter).then(
      () => null,
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ message: expect.stringContaining("451 4.2.1"), code: "EMESSAGE" });
    const kept = inspect(error, { depth: 9, showHidden: true });
    for (const secret of ["wanda", "Wanda", "secret.example"]) expect(kept).not.toContain(secret);
  } finally {
    await server.close();
  }
});
