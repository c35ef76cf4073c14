import type { KeyboardEvent, MouseEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** What is in a row and does something by itself. */
const OWN = 'a, button, input, label, [role=button]';

/** A row opens wherever it is clicked, as its link does (with Ctrl in a tab of its own); not while its words are being selected. */
export function openRow(event: MouseEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  const link = target.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-row]');
  if (!link || target.closest(OWN) || target.closest('[data-check]') || getSelection()?.isCollapsed === false) return;
  const { ctrlKey, metaKey, shiftKey } = event;
  link.dispatchEvent(new window.MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
}

/** Arrow keys (or j and k) go from row to row; Enter opens, as on any link; x ticks the row. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[data-row]')];
  const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
  if (event.key === 'x' && at >= 0) links[at]?.closest('tr')?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const next = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
