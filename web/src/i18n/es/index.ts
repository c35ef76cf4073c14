import { actions } from './actions.ts';
import { customers } from './customers.ts';
import { errors } from './errors.ts';
import { firstCompany } from './first-company.ts';
import { forms } from './forms.ts';
import { imports } from './imports.ts';
import { lists } from './lists.ts';
import { members } from './members.ts';
import { orders } from './orders.ts';
import { records } from './records.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';

/** All texts in Spanish, the console's first language: the other languages have the same keys. */
export const es = {
  shell,
  session,
  lists,
  records,
  actions,
  states,
  errors,
  orders,
  imports,
  forms,
  customers,
  members,
  settings,
  firstCompany,
};
