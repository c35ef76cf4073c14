import { type ComponentType, lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { whenAsked } from './keys.ts';

interface Part {
  readonly onClose: () => void;
  /** Letters that were typed while it was on its way. */
  readonly typed: RefObject<string>;
}
const late = (load: () => Promise<{ Part: ComponentType<Part> }>) => lazy(() => load().then(({ Part }) => ({ default: Part })));

/** Loaded when somebody asks for them: nobody waits for what they do not use. */
const PARTS = {
  palette: late(() => import('./palette.tsx')),
  shortcuts: late(() => import('./shortcuts.tsx')),
  tour: late(() => import('./tour.tsx')),
};
type Name = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Name[];

/** The palette, the list of keys, or the tour, one at a time. */
export function LateParts() {
  const [shown, show] = useState<Name>();
  const typed = useRef('');
  useEffect(() => {
    const stops = NAMES.map((name) =>
      whenAsked(name, () => {
        typed.current = '';
        show(name);
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  if (!shown) return null;
  const Part = PARTS[shown];
  return (
    <Suspense fallback={<Ahead typed={typed} />}>
      <Part onClose={() => show(undefined)} typed={typed} />
    </Suspense>
  );
}

/** Keeps what is typed before the palette is there: fast hands lose no letter, and start nothing else. */
function Ahead({ typed }: { readonly typed: RefObject<string> }) {
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key.length === 1) typed.current += event.key;
    };
    window.addEventListener('keydown', heard, { capture: true });
    return () => window.removeEventListener('keydown', heard, { capture: true });
  }, [typed]);
  return null;
}
