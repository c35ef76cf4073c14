import { createCipheriv, randomBytes } from 'node:crypto';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { PersonKeys, personKeyId } from '../../../shared/kernel/person-key.ts';
import { create, recordType, remove, update } from '../../../shared/kernel/record.ts';
import { type Attributes, dynamo, marshall } from '../../../shared/runtime/dynamo.ts';
import { dataKey, newDataKey } from '../../../shared/runtime/person-keys.ts';
import { keyOf } from '../../../shared/runtime/record-item.ts';
import { Records } from '../../../shared/runtime/records.ts';
import { openedItem, sealedItem } from '../../../shared/runtime/sealed-item.ts';
import { useMemoryTable } from '../../support/memory-table.ts';

const table = useMemoryTable();
beforeEach(() => table.clear());

const Secrets = recordType<{ readonly employeeId: string; readonly iban: string }>({
  kind: 'secret',
  prefix: 'sec',
  data: z.object({ employeeId: z.string(), iban: z.string() }),
  history: 'all',
  person: ({ employeeId }) => employeeId,
  sealed: true,
  screen: { none: 'a test' },
  read: 'nobody',
});
const ANA = 'emp_00000000000000000000000001';
const LEO = 'emp_00000000000000000000000002';
const [FIRST, SECOND] = ['ES9121000418450200051332', 'ES7921000813610123456789'];
const records = (tenant = 'lumbre') => new Records(tenant, { by: 'hr@x', request: 'r', action: 'put', at: new Date() });
const raw = async (id: string, tenant = 'lumbre') =>
  (await dynamo.send(new GetItemCommand({ TableName: 'memory', Key: marshall(keyOf(tenant, Secrets, id)) }))).Item as Attributes;

it('is kept unreadable, its past too, and read as it was by whoever has the key', async () => {
  const made = await records().save([create(Secrets, 'sec_1', { employeeId: ANA, iban: FIRST })]);
  await records().save([update(Secrets, made, { employeeId: ANA, iban: SECOND }, { iban: FIRST })]);
  const kept = JSON.stringify(await raw('sec_1'));
  expect([FIRST, SECOND].filter((iban) => kept.includes(iban))).toEqual([]);
  const read = await records().getOrThrow(Secrets, 'sec_1');
  expect([read.iban, read.history.map(({ by, was }) => [by, was?.iban])]).toEqual([
    SECOND,
    [
      ['hr@x', undefined],
      ['hr@x', FIRST],
    ],
  ]);
});

it('is as if it were not there once the key of its person is gone, and others stay', async () => {
  await records().save([
    create(Secrets, 'sec_1', { employeeId: ANA, iban: FIRST }),
    create(Secrets, 'sec_2', { employeeId: ANA, iban: SECOND }),
    create(Secrets, 'sec_3', { employeeId: LEO, iban: SECOND }),
  ]);
  await records().save([remove(PersonKeys, await records().getOrThrow(PersonKeys, personKeyId(ANA)))]);
  expect((await records().getMany(Secrets, ['sec_1', 'sec_2', 'sec_3'])).map((each) => each?.iban)).toEqual([undefined, undefined, SECOND]);
  expect(await records().get(Secrets, 'sec_1')).toBeUndefined();
});

it('has one key a person, made with their first record: who makes it at the same moment decides again', async () => {
  await records().save([create(Secrets, 'sec_1', { employeeId: ANA, iban: FIRST })]);
  const key = await records().getOrThrow(PersonKeys, personKeyId(ANA));
  await records().save([create(Secrets, 'sec_2', { employeeId: ANA, iban: SECOND })]);
  expect((await records().getOrThrow(PersonKeys, personKeyId(ANA))).rev).toBe(key.rev);
  table.before('TransactWriteItems', () => records().save([create(Secrets, 'sec_4', { employeeId: LEO, iban: FIRST })]));
  await expect(records().save([create(Secrets, 'sec_3', { employeeId: LEO, iban: SECOND })])).rejects.toMatchObject({
    name: 'WriteConflict',
  });
});

it('writes no key and asks for none on a dry run', async () => {
  const trial = new Records('lumbre', { by: 'hr@x', request: 'r', action: 'put', at: new Date(), dryRun: true });
  await trial.save([create(Secrets, 'sec_1', { employeeId: ANA, iban: FIRST })]);
  expect([table.writes(), await records().get(PersonKeys, personKeyId(ANA))]).toEqual([0, undefined]);
});

it('cannot be put in another record’s place, changed, or opened as another company’s', async () => {
  await records().save([
    create(Secrets, 'sec_1', { employeeId: ANA, iban: FIRST }),
    create(Secrets, 'sec_2', { employeeId: ANA, iban: SECOND }),
  ]);
  const [one, two] = [await raw('sec_1'), await raw('sec_2')];
  await dynamo.send(new PutItemCommand({ TableName: 'memory', Item: { ...two, data: one.data as never } }));
  await expect(records().get(Secrets, 'sec_2')).rejects.toMatchObject({ code: 'record.unreadable' });
  await dynamo.send(new PutItemCommand({ TableName: 'memory', Item: two }));
  expect((await records().get(Secrets, 'sec_2'))?.iban).toBe(SECOND);
  const { wrapped } = await newDataKey('lumbre', ANA);
  await expect(dataKey('norte', ANA, `${wrapped} `)).rejects.toThrow('another context');
});

it('is not opened where the function has no right to the keys', async () => {
  await records().save([create(Secrets, 'sec_1', { employeeId: ANA, iban: FIRST })]);
  const { PERSON_KEY } = process.env;
  delete process.env.PERSON_KEY;
  try {
    expect(await records().get(Secrets, 'sec_1')).toBeUndefined();
  } finally {
    process.env.PERSON_KEY = PERSON_KEY;
  }
});

it('opens what it sealed, under that key alone', () => {
  const [key, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const item = {
    pk: 'p',
    sk: '#',
    data: { ñ: ['€', 1, null, { __proto__: 'x' }] },
    history: [[1, 2, 'by', 'r', 'a', '', '', { iban: FIRST }]],
  };
  const sealed = sealedItem(item, key, ANA);
  expect(JSON.stringify(sealed)).not.toContain('ES91');
  expect(openedItem(sealed, key)).toEqual(item);
  expect(() => openedItem(sealed, other)).toThrow();
  expect(sealedItem(item, key, ANA)).not.toEqual(sealed);
});

it('is packed before it is sealed where it is long and repeats itself, and read as it was; what was sealed before is read too', () => {
  const key = randomBytes(32);
  const item = (data: object) => ({ pk: 'lumbre#secret#sec_1', sk: '#', data });
  const textIn = (sealed: Record<string, unknown>) => (sealed.data as { sealed: { text: string } }).sealed.text;
  const months = Array.from({ length: 11 }, (_, month) => ({ month, text: 'Contingencias comunes, Orden PJC/297/2026, 4,70 %' }));
  const long = item({ months });
  const sealed = sealedItem(long, key, ANA);
  expect(openedItem(sealed, key)).toEqual(long);
  expect(textIn(sealed).length).toBeLessThan(JSON.stringify(long.data).length / 3);
  // What is short stays as it was always kept.
  const short = sealedItem(item({ iban: FIRST }), key, ANA);
  expect([textIn(short)[0] === '~', openedItem(short, key)]).toEqual([false, item({ iban: FIRST })]);
  // As it was sealed before anything was packed: nonce, tag and text in base64.
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(long.pk));
  const bytes = Buffer.concat([cipher.update(JSON.stringify(long.data)), cipher.final()]);
  const text = Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64');
  expect(openedItem({ ...long, data: { person: ANA, sealed: { text } } }, key)).toEqual(long);
  const changed = { ...sealed, data: { person: ANA, sealed: { text: textIn(sealed).slice(1) } } };
  expect(() => openedItem(changed, key)).toThrow();
  expect(() => openedItem({ ...sealed, pk: 'lumbre#secret#sec_2' }, key)).toThrow();
});
