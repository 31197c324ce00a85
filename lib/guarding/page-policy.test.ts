import { expect, test } from "vitest";
import { pagePolicy, transportSecurity } from "./page-policy.ts";

const options = { publicUrl: "https://desk.example.org", isDevelopment: false };

test("no script but those with the nonce, and nothing that makes text into code", () => {
  const policy = pagePolicy("abc", options);
  expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(pagePolicy("abc", { ...options, isDevelopment: true })).toContain("'unsafe-eval'");
});

test("https is insisted on where the site has it, and only there", () => {
  const plain = { ...options, publicUrl: "http://localhost:3000" };
  expect(transportSecurity(options.publicUrl)).toEqual({ "strict-transport-security": "max-age=63072000" });
  expect(transportSecurity(plain.publicUrl)).toEqual({});
  expect(pagePolicy("abc", options)).toContain("upgrade-insecure-requests");
  expect(pagePolicy("abc", plain)).not.toContain("upgrade-insecure-requests");
});
