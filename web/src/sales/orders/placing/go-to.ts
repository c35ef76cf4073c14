/** Puts the cursor into a field that the next drawing may only bring. */
export function goTo(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
