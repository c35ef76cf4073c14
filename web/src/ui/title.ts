import { useEffect } from 'react';

/** The page's title, as tabs, history and screen readers name it (WCAG 2.4.2). */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Trastienda` : 'Trastienda';
  }, [title]);
}
