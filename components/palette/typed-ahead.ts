/**
 * Takes the keys pressed while the palette is on its way: they are meant for it, and on the page they would be
 * commands. `end` gives what was typed, or null when Escape was pressed.
 */
export function typeAhead(): { end: () => string | null } {
  let typed = "";
  let isLeft = false;
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (key === "Escape") isLeft = true;
    else if (key === "Backspace") typed = [...typed].slice(0, -1).join("");
    else if ([...key].length === 1) typed += key;
  };
  window.addEventListener("keydown", onKeyDown, { capture: true });
  return {
    end: () => {
      window.removeEventListener("keydown", onKeyDown, { capture: true });
      return isLeft ? null : typed;
    },
  };
}
