import { useEffect, useRef, useState } from 'react';

/** For a box that may be too narrow for what is in it: while it scrolls, the keyboard reaches it (WCAG 2.1.1). */
export function useScrollBox() {
  const ref = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const look = () => setScrolls(box.scrollWidth > box.clientWidth);
    const watcher = new ResizeObserver(look);
    watcher.observe(box);
    for (const child of box.children) watcher.observe(child);
    return () => watcher.disconnect();
  }, []);
  return { ref, ...(scrolls ? { tabIndex: 0 } : {}) };
}
