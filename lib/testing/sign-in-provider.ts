import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import OidcProvider from "oidc-provider";

/** What the provider knows of somebody, by the name they type there. */
export type Account = { email: string; email_verified: boolean; name?: string };

type SignInProvider = {
  issuer: string;
  accounts: Map<string, Account>;
  /** Signs somebody in there as a browser would, from where the desk sent them; answers where they are sent back to. */
  signIn: (location: string, login: string) => Promise<URL>;
  /** The same for somebody who thinks better of it. */
  cancel: (location: string) => Promise<URL>;
  close: () => Promise<void>;
};

export const CLIENT = { id: "proofmark", secret: "a-secret-of-the-tests-of-some-length" } as const;

/** A real OpenID Connect provider on this machine. `port`: where it is expected; 0: wherever one is free. */
export async function startSignInProvider(redirectUri: string, port = 0): Promise<SignInProvider> {
  const server = createServer();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accounts = new Map<string, Account>();
  const provider = new OidcProvider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        grant_types: ["authorization_code"],
        response_types: ["code"],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    claims: { email: ["email", "email_verified"], profile: ["name"] },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...accounts.get(sub) }) }),
  });
  server.on("request", provider.callback());

  /** Follows what a browser would, until it leads away from the provider. `press`: what is done on its pages. */
  const browse = async (location: string, press: (page: string) => Request): Promise<URL> => {
    const cookies = new Map<string, string>();
    let next = new Request(location);
    for (let step = 0; step < 20; step += 1) {
      next.headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
      const answer = await fetch(next, { redirect: "manual" });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === "") cookies.delete(name);
        else cookies.set(name, value);
      }
      const to = answer.headers.get("location");
      if (to !== null) {
        const url = new URL(to, next.url);
        if (url.origin !== issuer) return url;
        next = new Request(url);
      } else {
        next = press(`${next.url}\n${await answer.text()}`);
      }
    }
    throw new Error("The provider led nowhere");
  };
  const addressOf = (page: string) => page.slice(0, page.indexOf("\n"));
  return {
    issuer,
    accounts,
    signIn: (location, login) =>
      browse(location, (page) => {
        const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "";
        const body = new URLSearchParams({ prompt, login, password: "any" });
        return new Request(addressOf(page), { method: "POST", body });
      }),
    cancel: (location) => browse(location, (page) => new Request(`${addressOf(page)}/abort`)),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
