import { actions } from './actions.ts';
import { books } from './books.ts';
import { errors } from './errors.ts';
import { lists } from './lists.ts';
import { orders } from './orders.ts';
import { records } from './records.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';

/** All texts in Spanish, the console's first language: the other languages have the same keys. */
export const es = { shell, session, lists, records, actions, states, errors, orders, books };
