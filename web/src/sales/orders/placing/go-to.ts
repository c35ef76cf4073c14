/** Puts the cursor into a field: at once, so that no letter is lost; or after the next drawing, where that brings it. */
export function goTo(id: string, later = false): void {
  const field = later ? null : document.getElementById(id);
  if (field) field.focus();
  else requestAnimationFrame(() => document.getElementById(id)?.focus());
}
