import { actions } from './actions.ts';
import { billing } from './billing.ts';
import { books } from './books.ts';
import { customers } from './customers.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { forms } from './forms.ts';
import { imports } from './imports.ts';
import { items } from './items.ts';
import { lists } from './lists.ts';
import { members } from './members.ts';
import { orders } from './orders.ts';
import { records } from './records.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';
import { stock, goodsReceipts, warehouses } from './stock.ts';

/** All texts in Spanish, the console's first language: the other languages have the same keys. */
export const es = { actions, billing, books, customers, errors, fields, forms, imports, items, lists, members, orders, records, session, settings, shell, states, stock, goodsReceipts, warehouses };
