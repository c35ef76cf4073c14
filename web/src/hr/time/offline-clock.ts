import type { ClockKind } from '#domain/hr/time/clock-entry.ts';
import './offline-clock.css';
import { KEPT, type Known, NOBODY, standingBy, type Told, toldNow } from './clock-kept.ts';
import { timeOf } from './hours.ts';
import { time as en } from './texts.en.ts';
import { time as es } from './texts.es.ts';

/**
 * The clock where the console cannot be reached: what is told is kept where the console keeps it, with its own time, and is sent
 * by the console as soon as that is back. It knows nobody's password and asks the service for nothing.
 */
const TICK_MS = 1000;
const TRY_AGAIN_MS = 15_000;

const isEnglish = (localStorage.getItem('trastienda.language') ?? navigator.language).replaceAll('"', '').startsWith('en');
const texts = isEnglish ? en : es;
document.documentElement.lang = isEnglish ? 'en' : 'es';
document.title = texts.clock.title;

function kept<T>(key: string, nothing: T): T {
  const text = localStorage.getItem(`trastienda.${key}`);
  return text === null ? nothing : (JSON.parse(text) as T);
}
const email = kept(KEPT.last, '');
const known = kept<Known>(KEPT.known(email), NOBODY);
const queue = (): readonly Told[] => kept(KEPT.queue(email), []);

function tell(employeeId: string, kind: ClockKind): void {
  const next = [...queue(), toldNow(employeeId, kind, known, Date.now())];
  localStorage.setItem(`trastienda.${KEPT.queue(email)}`, JSON.stringify(next));
  show();
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, text = '', className = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function button(text: string, className: string, act: () => void): HTMLButtonElement {
  const made = element('button', text, className);
  made.addEventListener('click', act);
  return made;
}

function buttonsFor(employeeId: string): HTMLElement[] {
  const { state } = standingBy(known, queue());
  const { clock } = texts;
  if (state === 'off') return [button(clock.in, 'big', () => tell(employeeId, 'in'))];
  const pause = state === 'break' ? (['resume', clock.resume] as const) : (['break', clock.break] as const);
  return [button(clock.out, 'big out', () => tell(employeeId, 'out')), button(pause[1], 'second', () => tell(employeeId, pause[0]))];
}

function waiting(): HTMLElement[] {
  const told = queue();
  if (told.length === 0) return [];
  const list = element('ul');
  list.append(...told.map(({ kind, at }) => element('li', `${texts.kinds[kind]} · ${timeOf(at)}`)));
  return [list];
}

const clock = element('div', '', 'now');
clock.ariaHidden = 'true';
const tick = () => {
  clock.textContent = timeOf(new Date(Date.now() + known.ahead).toISOString());
};

function show(): void {
  const main = document.getElementById('clock');
  if (!main) return;
  const { state, since } = standingBy(known, queue());
  const stands = `${known.name ?? ''}: ${texts.clock.states[state]}`;
  const status = element('p', since && state !== 'off' ? `${stands} ${texts.clock.since.replace('{{time}}', timeOf(since))}` : stands);
  status.setAttribute('role', 'status');
  const body =
    known.employeeId === undefined ? [element('p', texts.clock.unknown)] : [clock, status, ...buttonsFor(known.employeeId), ...waiting()];
  main.replaceChildren(element('h1', texts.clock.title), element('p', texts.clock.offline, 'offline'), ...body);
}

/** Back to the console, which sends what waits, once it can be reached. */
async function goBack(): Promise<void> {
  const answer = await fetch('/config.json', { cache: 'no-store' }).catch(() => undefined);
  if (answer?.ok) window.location.reload();
}

show();
tick();
setInterval(tick, TICK_MS);
setInterval(() => void goBack(), TRY_AGAIN_MS);
window.addEventListener('online', () => void goBack());
