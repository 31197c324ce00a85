/**
 * Takes the keys pressed while the palette is on its way: they are meant for it, and on the page they would be
 * commands. After Escape, and for Tab, they are the page's again. `end` gives what was typed, or null after Escape.
 */
export function typeAhead(): { end: () => string | null } {
  let typed = "";
  let isLeft = false;
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || key === "Tab") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (key === "Escape") {
      isLeft = true;
      stop();
    } else if (key === "Backspace") typed = [...typed].slice(0, -1).join("");
    else if ([...key].length === 1) typed += key;
  };
  const stop = () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  window.addEventListener("keydown", onKeyDown, { capture: true });
  return {
    end: () => {
      stop();
      return isLeft ? null : typed;
    },
  };
}
