import { createServer, type Socket } from "node:net";

/** A letter as a mail server is handed it: the envelope's address, and everything after DATA with lines by LF. */
export type Received = { to: string; data: string };

export type MailServer = {
  /** For SMTP_URL. */
  url: string;
  received: Received[];
  /** How many letters to turn away before taking any. */
  refuse: (count: number) => void;
  close: () => Promise<void>;
};

/** The words of a letter's body, whatever they were encoded as. */
export function textOf({ data }: Pick<Received, "data">): string {
  const [head = "", ...parts] = data.split("\n\n");
  const body = parts.join("\n\n");
  if (/^content-transfer-encoding: base64/imu.test(head)) return Buffer.from(body, "base64").toString("utf8");
  if (!/^content-transfer-encoding: quoted-printable/imu.test(head)) return body;
  const bytes = body
    .replace(/=\n/gu, "")
    .replace(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** As much of SMTP (RFC 5321) as it takes to be handed letters, on this machine only. `keep`: told of each that is taken. */
export async function startMailServer({
  keep = () => undefined,
}: {
  keep?: (letter: Received) => void;
} = {}): Promise<MailServer> {
  const received: Received[] = [];
  let refusals = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    talk(socket, {
      accept: (letter) => {
        if (refusals > 0) {
          refusals -= 1;
          return false;
        }
        received.push(letter);
        keep(letter);
        return true;
      },
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The mail server has no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    refuse: (count) => {
      refusals = count;
    },
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
}

/** One conversation. Commands end with CRLF; a letter ends with a dot on a line of its own. */
function talk(socket: Socket, { accept }: { accept: (letter: Received) => boolean }): void {
  let unread = "";
  let to = "";
  let isData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 desk.test ready");
  socket.setEncoding("utf8");
  socket.on("error", () => {});
  socket.on("data", (chunk: string) => {
    unread += chunk;
    for (;;) {
      const end = isData ? unread.indexOf("\r\n.\r\n") : unread.indexOf("\r\n");
      if (end < 0) return;
      const text = unread.slice(0, end);
      unread = unread.slice(end + (isData ? 5 : 2));
      if (isData) {
        isData = false;
        say(
          accept({ to, data: text.replaceAll("\r\n", "\n").replace(/^\.\./gmu, ".") })
            ? "250 taken"
            : `451 4.2.1 <${to}> later`,
        );
        continue;
      }
      const command = text.toUpperCase();
      if (command.startsWith("RCPT TO:")) to = /<(.*)>/u.exec(text)?.[1] ?? "";
      if (command === "DATA") isData = true;
      if (command === "QUIT") {
        say("221 bye");
        socket.end();
        return;
      }
      say(isData ? "354 go on" : "250 desk.test");
    }
  });
}
