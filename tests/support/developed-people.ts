import { addDays } from '../../shared/kernel/date.ts';
import type { Response } from './http.ts';

type Post = (path: string, body: object) => Promise<Response['body']>;

/** A course that somebody takes, a skill, a goal and a cycle of reviews. */
export async function developedPerson(post: Post, employeeId: string) {
  const today = new Date().toISOString().slice(0, 10);
  const crs = (await post('/development/courses', { title: 'Primeros auxilios', certifies: true, validMonths: 24 })).id;
  const enr = (await post('/development/enrolments', { employeeId, courseId: crs, on: addDays(today, 20) })).id;
  const sct = (await post('/development/certificates', { employeeId, title: 'Alimentos', issuedOn: '2024-01-01', expiresOn: '2030-01-01' }))
    .id;
  const skl = (await post('/development/skills', { name: 'Caja', group: 'Tienda' })).id;
  const gol = (await post('/development/goals', { employeeId, kind: 'result', title: 'Diez cuentas nuevas', due: addDays(today, 60) })).id;
  const cycle = { title: 'Evaluación anual', from: '2026-01-01', to: addDays(today, 1), due: addDays(today, 30) };
  const rvc = (await post('/development/cycles', cycle)).id;
  return { crs, enr, sct, skl, gol, rvc };
}
