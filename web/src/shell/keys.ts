/** Stands for the Enter key in what was typed before the palette was there. */
export const ENTER = '\n';

type Part = 'palette' | 'shortcuts' | 'tour';

/** A message to whoever shows it: the palette, the shortcuts and the tour are loaded only when somebody asks for them. */
const requests = new EventTarget();
const ask = (part: Part) => (): void => {
  requests.dispatchEvent(new Event(part));
};

export const openPalette = ask('palette');
export const openShortcuts = ask('shortcuts');
export const startTour = ask('tour');

/** Calls back when it is asked for; returns how to stop listening. */
export function onOverlayRequest(what: Part, then: () => void): () => void {
  requests.addEventListener(what, then);
  return () => requests.removeEventListener(what, then);
}
