import { home } from '#api/insights/home.ts';
import type { Permission } from '#kernel/permission.ts';
import { may } from '#runtime/caller.ts';
import { query, serveModule } from '../../platform/service.ts';
import { developmentWork } from './development-work.ts';
import { figuresOf } from './figures.ts';
import { openWorkFor } from './open-work.ts';
import { peopleWork } from './people-work.ts';
import { recruitingWork } from './recruiting-work.ts';

export const getHome = query(home.actions.getHome, async ({ caller, records, tenant, company: { fiscalYears }, today: date }) => {
  const money = may(caller, 'home.money');
  // A count tells of all records: whoever sees some of a kind alone is told nothing.
  const sees = (permission: Permission) => caller.grants.get(permission) === 'all';
  const [trade, people, developed, hiring, figures] = await Promise.all([
    openWorkFor(tenant, date, sees, money),
    peopleWork(records, caller, date),
    developmentWork(records, caller, date),
    recruitingWork(records, caller),
    money ? figuresOf(tenant, date, fiscalYears) : undefined,
  ]);
  const waiting = { ...trade, ...people, ...developed, ...hiring };
  if (!figures) return { date, waiting };
  const { sales, stock, ...books } = figures;
  return { date, waiting, figures: { sales, stock, ...(may(caller, 'books.read') ? books : {}) } };
});

export const handler = serveModule(home, { getHome });
