import { afterEach } from "vitest";

// Set-up of every test: one that says something on console.error fails, for nobody reads what passing tests print.

const said: string[] = [];
console.error = (...words: unknown[]) => void said.push(words.map(String).join(" "));

afterEach(() => {
  const lines = said.splice(0);
  if (lines.length > 0) throw new Error(`This test printed an error:\n${lines.join("\n")}`);
});
