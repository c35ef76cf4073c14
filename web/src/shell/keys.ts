/** The key that goes with letters on this keyboard. */
export const MOD = /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** Stands for the Enter key in what was typed before the palette was there. */
export const ENTER = '\n';

type Part = 'palette' | 'shortcuts' | 'tour';

/** A message to whoever shows it: the palette, the shortcuts and the tour are loaded only when somebody asks for them. */
const asked = new EventTarget();
const ask = (part: Part) => (): void => {
  asked.dispatchEvent(new Event(part));
};

export const openPalette = ask('palette');
export const openShortcuts = ask('shortcuts');
export const startTour = ask('tour');

/** Calls back when it is asked for; returns how to stop listening. */
export function whenAsked(what: Part, then: () => void): () => void {
  asked.addEventListener(what, then);
  return () => asked.removeEventListener(what, then);
}
