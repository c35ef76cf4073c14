import { useHotkeys } from '@mantine/hooks';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { goKeys } from '../areas/offer.ts';
import { useOffer } from '../areas/use-offer.ts';
import { type KeyAction, type Meaning, meaningOf } from './key-table.ts';
import { openPalette, openShortcuts } from './keys.ts';

/** How long `g` waits for its letter. */
const WAIT_MS = 1500;

/** The keys that work everywhere. Letters alone do nothing while somebody types. */
export function ShellKeys() {
  useHotkeys([['mod+K', openPalette]], [], true);
  useHotkeys([['mod+Enter', submitForm]], []);
  const { places, commands } = useOffer();
  const go = useNavigate();
  const router = useRouter();
  const letters = useMemo(() => goKeys(places), [places]);
  const goUntil = useRef(0);
  useEffect(() => {
    const begin = () => {
      const command = commands.find(({ of }) => of === router.state.location.pathname);
      if (command) void go({ to: command.to } as never);
      return command !== undefined;
    };
    const follow = (meaning: Meaning): boolean => {
      if (meaning.kind === 'go') void go({ to: meaning.to } as never);
      return meaning.kind === 'do' ? act(meaning.action, begin) : meaning.kind !== 'none';
    };
    const heard = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      const meaning = meaningOf(event.key, event.timeStamp < goUntil.current, letters);
      goUntil.current = meaning.kind === 'wait' ? event.timeStamp + WAIT_MS : 0;
      if (!follow(meaning)) return;
      // Heard before everything else: the second letter of a sequence is no key of the record that is open.
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', heard, { capture: true });
    return () => document.removeEventListener('keydown', heard, { capture: true });
  }, [commands, go, letters, router]);
  return null;
}

/** Does what a single key says. @returns whether there was anything to do. */
function act(action: KeyAction, begin: () => boolean): boolean {
  if (action === 'new') return begin();
  if (action === 'search') return focusOn('main search input');
  if (action === 'favourite') return pressed('[data-favourite]');
  if (action !== 'shortcuts') return intoRows();
  openShortcuts();
  return true;
}

function focusOn(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.focus();
  return found !== null;
}

/** From any field of a form, or anywhere in a dialog; Enter alone does it from fields of one line. Documents do it by themselves. */
function submitForm(): void {
  const dialog = [...document.querySelectorAll('[role=dialog] form')].at(-1);
  (dialog ?? document.activeElement?.closest('form'))?.querySelector<HTMLElement>('[type=submit]:enabled')?.click();
}

function pressed(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.click();
  return found !== null;
}

/** From anywhere to the first row; from row to row the list goes by itself. */
function intoRows(): boolean {
  return document.activeElement?.closest('tr') ? false : focusOn('main a[data-row]');
}

/** Letters are letters where something is typed or chosen, and in dialogs. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], [role=menu]') !== null;
