import { type ComponentType, lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { withAllTexts } from '../i18n/i18n.ts';
import { ENTER, onOverlayRequest } from './keys.ts';

interface Part {
  readonly onClose: () => void;
  /** Called when the palette's field has the focus: what was typed until then, with {@link ENTER} where it was pressed. */
  readonly onReady: () => string;
}
const late = (load: () => Promise<{ Part: ComponentType<Part> }>) => lazy(() => withAllTexts(load).then(({ Part }) => ({ default: Part })));

/** Loaded when somebody asks for them: nobody waits for what they do not use. */
const PARTS = {
  palette: late(() => import('./palette.tsx')),
  shortcuts: late(() => import('./shortcuts.tsx')),
  tour: late(() => import('./tour.tsx')),
};
type Name = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Name[];

/** The palette, the list of keys, or the tour, one at a time. */
export function LazyOverlays() {
  const [shown, show] = useState<Name>();
  const [ready, setReady] = useState(false);
  const typed = useRef('');
  useEffect(() => {
    const stops = NAMES.map((name) =>
      onOverlayRequest(name, () => {
        typed.current = '';
        setReady(false);
        show(name);
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  if (!shown) return null;
  const Part = PARTS[shown];
  const onReady = () => {
    const early = typed.current;
    typed.current = '';
    setReady(true);
    return early;
  };
  return (
    <>
      {shown === 'palette' && !ready && <Ahead typed={typed} onCancel={() => show(undefined)} />}
      <Suspense fallback={null}>
        <Part onClose={() => show(undefined)} onReady={onReady} />
      </Suspense>
    </>
  );
}

/** Keeps what is typed before the palette takes it: fast hands lose no letter, and start nothing else. */
function Ahead({ typed, onCancel }: { readonly typed: RefObject<string>; readonly onCancel: () => void }) {
  const cancel = useRef(onCancel);
  cancel.current = onCancel;
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key.length === 1) typed.current += event.key;
      else if (event.key === 'Enter') typed.current += ENTER;
      else if (event.key === 'Escape') cancel.current();
    };
    window.addEventListener('keydown', heard, { capture: true });
    return () => window.removeEventListener('keydown', heard, { capture: true });
  }, [typed]);
  return null;
}
