import { useEffect } from 'react';

const PRODUCT = 'Trastienda';

/** The page's title, as tabs, history and screen readers name it (WCAG 2.4.2). */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · ${PRODUCT}` : PRODUCT;
  }, [title]);
}

/** The title of the page that is open, without the product's name. */
export const pageTitle = (): string => document.title.replace(` · ${PRODUCT}`, '');
