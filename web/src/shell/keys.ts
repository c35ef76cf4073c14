/** The key that goes with letters on this keyboard. */
export const MOD = /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** A message to whoever shows it: the palette and the shortcuts are loaded only when somebody asks for them. */
const asked = new EventTarget();

export const openPalette = (): void => {
  asked.dispatchEvent(new Event('palette'));
};
export const openShortcuts = (): void => {
  asked.dispatchEvent(new Event('shortcuts'));
};

/** Calls back when it is asked for; returns how to stop listening. */
export function whenAsked(what: 'palette' | 'shortcuts', then: () => void): () => void {
  asked.addEventListener(what, then);
  return () => asked.removeEventListener(what, then);
}
