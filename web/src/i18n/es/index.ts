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
import { orders } from './orders.ts';
import { records } from './records.ts';
import { returns } from './returns.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';
import { goodsReceipts, stock, warehouses } from './stock.ts';

/** All texts in Spanish, the console's first language: the other languages have the same keys. */
export const es = {
  actions,
  billing,
  books,
  customers,
  errors,
  fields,
  forms,
  imports,
  items,
  lists,
  orders,
  records,
  returns,
  session,
  shell,
  states,
  stock,
  goodsReceipts,
  warehouses,
};
