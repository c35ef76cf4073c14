import type { es } from '../es/index.ts';
import type { Texts } from '../texts.ts';
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

export const en: Texts<typeof es> = {
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
