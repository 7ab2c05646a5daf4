// Links inside the page carry a real address, so that they open in a new tab
// like any other; a plain click moves the view instead of loading the page anew.

/** Calls `go` in place of the browser's own way, unless the reader asked for a new tab or window. */
export function follow(event: MouseEvent, go: () => void): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go();
}
