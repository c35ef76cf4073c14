import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../../shared/kernel/date.ts';
import { type HiringCompany, hiringCompany, today } from '../../../support/hiring.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

useMemoryTable({ lists: true, openWork: true });
let company: HiringCompany;
let made = 0;
const thing = async (name: string): Promise<string> => {
  made += 1;
  return (await company.done('hr', 'POST /equipment', { type: 'laptop', name, number: `N-${made}` })).id;
};
const get = (id: string) => company.done('hr', `GET /equipment/${id}`);
const handOver = (id: string, employeeId: string) =>
  company.done('hr', `POST /equipment/${id}/handover`, { employeeId, on: addDays(today, -10) });

beforeAll(async () => {
  company = await hiringCompany();
});

describe('equipment in a leaving', () => {
  it('has to be back before it is told as back, and its names are told', async () => {
    const boss = await company.employ(company.at('lead'), -500);
    const employeeId = await company.employ(company.at('clerk'), -400, { managerId: boss });
    const [laptop, phone, free] = [await thing('Portátil'), await thing('Móvil'), await thing('Llaves')];
    const number = (await get(phone)).number;
    for (const id of [laptop, phone]) await handOver(id, employeeId);
    const { id } = await company.done('hr', 'POST /onboarding/offboardings', {
      ...{ employeeId, lastDay: addDays(today, 5), cause: 'resignation' },
    });
    const task = await company.taskOf(id, 'things-back');
    const completion = `POST /onboarding/tasks/${task.id}/completion`;
    // Whoever leads them has the task; nothing of it has changed after a refusal.
    const refused = await company.ask('lead', completion, { text: 'Devuelto', equipmentIds: [laptop] });
    expect(refused.body).toMatchObject({ status: 422, code: 'onboarding_task.equipment_out', params: { things: `Móvil (${number})` } });
    expect(refused.body.detail).toMatch(/take it back, or waive/);
    expect((await get(laptop)).employeeId).toBe(employeeId);
    expect(await company.refused('lead', completion, { text: 'Devuelto' })).toEqual([422, 'onboarding_task.equipment_out']);
    expect(await company.refused('lead', completion, { text: 'Devuelto', equipmentIds: [free] })).toEqual([
      400,
      'onboarding_task.equipment',
    ]);
    // One came back before; the other comes back with the task, in one transaction.
    await company.done('hr', `POST /equipment/${phone}/return`, { on: today });
    const done = await company.done('lead', completion, { text: 'Sin cargador', equipmentIds: [laptop] });
    expect(done.state).toBe('done');
    expect(await get(laptop)).toMatchObject({ state: 'available', condition: 'Sin cargador' });
    const had = await company.done('hr', `GET /equipment/employees/${employeeId}`);
    expect(had.items.map(({ until }: { until: string }) => until)).toEqual([today, today]);
  });

  it('may be waived with a reason while they keep some', async () => {
    const employeeId = await company.employ(undefined, -300);
    const laptop = await thing('Portátil');
    await handOver(laptop, employeeId);
    const { id } = await company.done('hr', 'POST /onboarding/offboardings', {
      ...{ employeeId, lastDay: addDays(today, 5), cause: 'resignation' },
    });
    const task = await company.taskOf(id, 'things-back');
    const waived = await company.done('hr', `POST /onboarding/tasks/${task.id}/waiver`, { reason: 'Se lo queda' });
    expect(waived.state).toBe('waived');
    expect((await get(laptop)).state).toBe('handed-over');
  });
});

describe('equipment in an onboarding', () => {
  it('is handed over by the task that is told as done, once', async () => {
    const employeeId = await company.employ(undefined, 3);
    const tasks = ['portatil', 'llaves'].map((key) => ({
      ...{ key, title: key, owner: 'role:hr', due: { days: 0, unit: 'days' }, act: 'equipment' },
    }));
    const template = await company.done('hr', 'POST /onboarding/templates', { name: 'Con material', flow: 'joining', tasks });
    const { id } = await company.done('hr', 'POST /onboarding/onboardings', { employeeId, templateId: template.id });
    const [first, second] = [await company.taskOf(id, 'portatil'), await company.taskOf(id, 'llaves')];
    const complete = (task: { id: string }) => `POST /onboarding/tasks/${task.id}/completion`;
    expect(await company.refused('hr', complete(first), {})).toEqual([400, 'onboarding_task.equipment']);
    const [laptop, phone] = [await thing('Portátil'), await thing('Móvil')];
    await company.done('hr', complete(first), { equipmentIds: [laptop, phone] });
    expect(await get(laptop)).toMatchObject({ state: 'handed-over', employeeId, since: today });
    expect((await get(phone)).employeeId).toBe(employeeId);
    // What somebody has is handed to nobody else, and the task stays open.
    expect(await company.refused('hr', complete(second), { equipmentIds: [laptop] })).toEqual([422, 'equipment.held']);
    expect((await company.taskOf(id, 'llaves')).state).toBe('open');
    const other = await company.taskOf(id, 'form-145');
    if (other) expect(await company.refused('hr', complete(other), { equipmentIds: [laptop] })).toEqual([400, 'onboarding_task.equipment']);
  });
});
