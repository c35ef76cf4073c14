import { actions } from './actions.ts';
import { billing } from './billing.ts';
import { drafts, receipts } from './billing-papers.ts';
import { books } from './books.ts';
import { booksForms } from './books-forms.ts';
import { commands } from './commands.ts';
import { customers } from './customers.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { firstCompany } from './first-company.ts';
import { forms } from './forms.ts';
import { home } from './home.ts';
import { imports } from './imports.ts';
import { items } from './items.ts';
import { keys } from './keys.ts';
import { lists } from './lists.ts';
import { members } from './members.ts';
import { orders } from './orders.ts';
import { palette } from './palette.ts';
import { preferences } from './preferences.ts';
import { records } from './records.ts';
import { returns } from './returns.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';
import { goodsReceipts, stock, warehouses } from './stock.ts';
import { tour } from './tour.ts';

/** All texts in Spanish, the console's first language: the other languages have the same keys. */
export const es = {
  actions,
  drafts,
  receipts,
  billing,
  booksForms,
  books,
  commands,
  customers,
  errors,
  fields,
  firstCompany,
  forms,
  home,
  imports,
  items,
  keys,
  lists,
  members,
  orders,
  palette,
  preferences,
  records,
  returns,
  session,
  settings,
  shell,
  states,
  stock,
  goodsReceipts,
  warehouses,
  tour,
};
