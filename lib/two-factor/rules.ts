/** How a code was typed, without what people put between its parts: an app's digits, or a backup code's letters. */
export function readCode(typed: string): { kind: "app" | "backup"; code: string } | null {
  const code = typed.replace(/[\s-]/gu, "").toUpperCase();
  if (/^[0-9]{6}$/.test(code)) return { kind: "app", code };
  if (/^[A-Z2-7]{12}$/.test(code)) return { kind: "backup", code };
  return null;
}

/** In groups, as it stands on paper. */
export function inGroups(code: string): string {
  return (
    code
      .match(/.{1,4}/gu)
      ?.join("-")
      .toLowerCase() ?? ""
  );
}
