// @ts-check

/** Sent with every response. What a page may load is said where it is answered (lib/guarding/page-policy.ts, lib/delivery). */
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];

/** The address of a link that lets somebody in is told to nobody, not even to this site, by what its page loads. */
const LINKS_THAT_LET_IN = [{ key: "Referrer-Policy", value: "strict-origin" }];

/** Bytes of other people's pages: should a browser ever show them, then without script and as nobody's. */
const OTHERS_FILES = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
];

/** What other sites load: also where they ask for it with a hash of its bytes. */
const EMBEDS = [{ key: "Access-Control-Allow-Origin", value: "*" }];

/** @type {import("next").NextConfig} */
export default {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  // Native code, and packages that open files of their own at run time: left where npm put them.
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino", "prom-client"],
  // A step of its own, over tests and scripts too: `npm run types`.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // A document of 25 MB (lib/sources) with the other fields; and one too large by half, so that it is refused in words
    // and what was typed comes back, where no script can see it before it is sent.
    serverActions: { bodySizeLimit: "40mb" },
    proxyClientMaxBodySize: "40mb",
  },
  // No files for programs that write code.
  agentRules: false,
  // Of two that say the same header, the later counts; what a route says itself counts least.
  headers: async () => [
    { source: "/:path*", headers: SECURITY_HEADERS },
    { source: "/:place(invite|reset|sign-in)/:key", headers: LINKS_THAT_LET_IN },
    { source: "/embed/:script(article|claims|frame).js", headers: EMBEDS },
    { source: "/api/desk/snapshots/:id/:as(file|picture)", headers: OTHERS_FILES },
  ],
};
