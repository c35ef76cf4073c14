import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { whenAsked } from './keys.ts';

interface Part {
  readonly onClose: () => void;
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
  useEffect(() => {
    const stops = NAMES.map((name) => whenAsked(name, () => show(name)));
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  if (!shown) return null;
  const Part = PARTS[shown];
  return (
    <Suspense fallback={null}>
      <Part onClose={() => show(undefined)} />
    </Suspense>
  );
}
