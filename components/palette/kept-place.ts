/**
 * Remembers what has the focus and which words of the page are selected: a field that gets the focus takes both away.
 * The answer gives them back, as far as they are still there.
 */
export function keepPlace(): () => void {
  const focused = document.activeElement;
  const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = getSelection() ?? {};
  return () => {
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
    // A field has a caret of its own, and gets it back with the focus.
    if (focused?.matches("input, textarea, [contenteditable=true]")) return;
    if (isCollapsed === false && anchorNode?.isConnected && focusNode?.isConnected)
      getSelection()?.setBaseAndExtent(anchorNode, anchorOffset ?? 0, focusNode, focusOffset ?? 0);
  };
}
