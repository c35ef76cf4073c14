import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { Attachments } from '../../../shared/domain/platform/notes/attachment.ts';
import { Notes } from '../../../shared/domain/platform/notes/note.ts';
import { create } from '../../../shared/kernel/record.ts';
import { idFrom } from '../../../shared/runtime/fingerprint.ts';
import { eventually } from '../../support/cloud.ts';
import { itemsOf } from '../../support/items.ts';
import { newSeller, type Seller } from '../../support/seller.ts';

const PDF = '%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n';
const EICAR = `${'X5O!P%@AP[4\\PZX54(P^)7CC)7}$'}${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`;

const person = (s: Seller, name: string, ...roles: string[]) => ({ email: `${name}@${s.tenant}.example`, roles });
const ana = (s: Seller) => person(s, 'ana', 'sales');
const leo = (s: Seller) => person(s, 'leo', 'warehouse');
const activity = (s: Seller, record: string, more: object = {}) => s.done('getActivity', { query: { record }, ...more });
const memberId = async (s: Seller, email: string): Promise<string> =>
  (await s.done('listMembers', { query: { q: email } })).items[0].id as string;

/** Attaches a file and waits until it was checked. */
async function attached(s: Seller, record: string, fileName: string, content: string | Uint8Array, by: object = {}) {
  const body = Buffer.from(content as string);
  const attachment = await s.done('createAttachment', { body: { record, fileName, bytes: body.length }, ...by });
  const put = await fetch(attachment.upload.url, { method: 'PUT', body });
  expect(put.status).toBe(200);
  return eventually('the check of the file', async () => {
    const { files } = await activity(s, record, by);
    const file = files.find(({ id }: { id: string }) => id === attachment.id);
    return file?.state !== 'waiting' && file;
  });
}

const unreadOf = (s: Seller, who: object, count: number) =>
  eventually(`${count} unread`, async () => {
    const inbox = await s.done('listNotifications', who);
    // Counted and listed by two queries: what comes between them is in one alone.
    const listed = inbox.items.filter(({ read }: { read: boolean }) => !read);
    return inbox.unread === count && listed.length === count && inbox;
  });

describe('notes, files, tags and followers', () => {
  let s: Seller;
  let order: string;
  beforeAll(async () => {
    s = await newSeller([['A', 100, 1000]]);
    order = (await s.place([{ itemId: s.items[0], quantity: '2' }])).id;
    // Both are members before anybody mentions them.
    for (const who of [ana(s), leo(s)]) await s.done('getActivity', { query: { record: order }, ...who });
  });

  it('are the same for every kind of record: nothing but its id tells them apart', async () => {
    const { invoiceId } = await s.ship((await s.place([{ itemId: s.items[0], quantity: '1' }])).id);
    const stock = `stk_${(s.items[0] ?? '').slice(4)}.main`;
    for (const record of [s.customerId, s.items[0] ?? '', invoiceId, stock, 'cmp_main']) {
      const note = await s.done('createNote', { body: { record, text: 'Visto.' } });
      expect(
        (await activity(s, record)).notes.map(({ id }: { id: string }) => id),
        record,
      ).toEqual([note.id]);
    }
    for (const record of ['xyz_1', 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV'])
      expect(await s.refused('createNote', { body: { record, text: 'x' } }), record).toEqual({
        status: 404,
        code: 'record.not_found',
        field: 'body.record',
      });
    expect(await s.refused('getActivity', { query: { record: 'xyz_1' } })).toEqual({
      status: 404,
      code: 'record.not_found',
      field: 'query.record',
    });
  });

  it('createNote tells whom it mentions and who follows, once, and each may answer', async () => {
    const leoId = await memberId(s, leo(s).email);
    const { items } = await s.done('listPeople', { query: { record: order, q: 'leo' }, ...ana(s) });
    expect(items).toEqual([{ id: leoId, name: leo(s).email, email: leo(s).email }]);
    const body = { record: order, text: '@leo ¿Queda en el almacén?', mentions: [leoId] };
    const asking = { ...ana(s), key: 'k1', body };
    const note = await s.done('createNote', asking);
    expect(await s.done('createNote', asking)).toEqual(note);
    const inbox = await unreadOf(s, leo(s), 1);
    expect(inbox.items).toMatchObject([
      { reason: 'mention', by: ana(s).email, read: false, text: body.text, record: { kind: 'order', id: order } },
    ]);
    // Leo follows since he was mentioned, Ana since she wrote.
    await s.done('createNote', { ...leo(s), body: { record: order, text: 'Quedan ocho.' } });
    expect((await unreadOf(s, ana(s), 1)).items).toMatchObject([{ reason: 'note', by: leo(s).email, text: 'Quedan ocho.' }]);
    const seen = await activity(s, order, ana(s));
    expect(seen.notes.map(({ text, createdBy }: { text: string; createdBy: string }) => [text, createdBy])).toEqual([
      ['Quedan ocho.', leo(s).email],
      [body.text, ana(s).email],
    ]);
    expect(seen).toMatchObject({ kind: 'order', following: true, steps: [{ action: 'placeOrder' }] });
    expect(seen.followers.map(({ email }: { email: string }) => email).sort()).toEqual([ana(s).email, leo(s).email]);
    // Nobody marks another's as read.
    const ids = inbox.items.map(({ id }: { id: string }) => id);
    expect(await s.refused('readNotifications', { ...ana(s), body: { ids } })).toMatchObject({
      status: 404,
      code: 'notification.not_found',
    });
    await unreadOf(s, leo(s), 1);
    // Told are those that are one's own, each once.
    const others = (await unreadOf(s, ana(s), 1)).items.map(({ id }: { id: string }) => id);
    expect(await s.done('readNotifications', { ...leo(s), body: { ids: [...ids, ...ids, ...others] } })).toEqual({ read: 1 });
    expect((await unreadOf(s, ana(s), 1)).items).toMatchObject([{ read: false }]);
    expect((await unreadOf(s, leo(s), 0)).items).toMatchObject([{ read: true }]);
    expect((await s.done('listNotifications', { ...leo(s), query: { unread: 'true' } })).items).toEqual([]);
  });

  it('putFollower ends it: who follows no more hears of mentions alone, until they write again', async () => {
    const { id: record } = await s.place([{ itemId: s.items[0], quantity: '1' }]);
    for (const who of [ana(s), leo(s)]) await s.done('createNote', { ...who, body: { record, text: 'Uno' } });
    expect(await s.done('putFollower', { ...leo(s), body: { record, following: false } })).toEqual({ record, following: false });
    const mentions = [await memberId(s, leo(s).email)];
    await s.done('createNote', { ...ana(s), body: { record, text: '@leo', mentions } });
    expect(await activity(s, record, leo(s))).toMatchObject({ following: false, followers: [{ email: ana(s).email }] });
    await s.done('createNote', { ...leo(s), body: { record, text: 'Dos' } });
    await eventually('following', async () => (await activity(s, record, leo(s))).following);
  });

  it('patchNote and deleteNote are the author’s; the audit keeps who and when, and what was said before an edit', async () => {
    const { id: record } = await s.place([{ itemId: s.items[0], quantity: '1' }]);
    const leoId = await memberId(s, leo(s).email);
    const { id } = await s.done('createNote', { ...ana(s), body: { record, text: 'Mal', mentions: [leoId] } });
    expect(await s.refused('patchNote', { ...leo(s), path: [id], body: { text: 'Otro' } })).toEqual({ status: 403, code: 'author.other' });
    expect(await s.refused('deleteNote', { ...leo(s), path: [id] })).toEqual({ status: 403, code: 'author.other' });
    expect(await s.done('patchNote', { ...ana(s), path: [id], body: { text: 'Bien' } })).toMatchObject({ text: 'Bien', rev: 2 });
    const story = await s.done('getHistory', { query: { record: id } });
    expect(story.steps).toMatchObject([{ action: 'createNote' }, { action: 'patchNote', was: { text: 'Mal' } }]);
    expect(await s.done('deleteNote', { ...ana(s), path: [id] })).toEqual({ id, deleted: true });
    expect(await s.refused('deleteNote', { ...ana(s), path: [id] })).toMatchObject({ status: 404, code: 'note.not_found' });
    await eventually('gone', async () => (await activity(s, record)).notes.length === 0);
    const after = await s.done('getHistory', { query: { record: id } });
    expect(after.steps.map(({ action, by }: { action: string; by: string }) => [action, by])).toEqual(
      ['createNote', 'patchNote', 'deleteNote'].map((action) => [action, ana(s).email]),
    );
    expect(JSON.stringify(after)).not.toContain('Mal');
    // Whom it mentioned is told no more.
    await eventually('nothing to read', async () => {
      const { items } = await s.done('listNotifications', leo(s));
      return items.every((one: { record: { id: string } }) => one.record.id !== record);
    });
  });

  it('createAttachment lets a file out of quarantine once its bytes are seen, whatever it is called', async () => {
    const { id: record } = await s.place([{ itemId: s.items[0], quantity: '1' }]);
    const file = await attached(s, record, '../../otra/albara\u0301n "firmado".pdf', PDF, ana(s));
    expect(file).toMatchObject({
      fileName: 'albarán _firmado_.pdf',
      state: 'clean',
      contentType: 'application/pdf',
      bytes: PDF.length,
      sha256: createHash('sha256').update(PDF).digest('hex'),
      createdBy: ana(s).email,
    });
    const { url } = await s.done('getAttachmentLink', { ...leo(s), path: [file.id] });
    const got = await fetch(url);
    expect(await got.text()).toBe(PDF);
    expect(got.headers.get('content-disposition')).toBe(
      `attachment; filename="albar_n__firmado_.pdf"; filename*=UTF-8''albar%C3%A1n%20_firmado_.pdf`,
    );
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('120');
    expect(await s.refused('deleteAttachment', { ...leo(s), path: [file.id] })).toEqual({ status: 403, code: 'author.other' });
    expect(await s.done('deleteAttachment', { ...ana(s), path: [file.id] })).toEqual({ id: file.id, deleted: true });
    expect(await s.refused('getAttachmentLink', { path: [file.id] })).toMatchObject({ status: 404, code: 'attachment.not_found' });
    await eventually('the file is erased', async () => (await fetch(url)).status === 404);
  });

  it.each([
    ['factura.pdf', 'MZ\u0090\u0000\u0003\u0000', 'type'],
    ['notas.txt', EICAR, 'malware'],
    ['pagina.html', '<html></html>', 'type'],
  ])('refuses %s for what it holds, and nobody can download it', async (fileName, content, fault) => {
    const { id: record } = await s.place([{ itemId: s.items[0], quantity: '1' }]);
    const file = await attached(s, record, fileName, content);
    expect(file).toMatchObject({ state: 'refused', fault });
    expect(await s.refused('getAttachmentLink', { path: [file.id] })).toMatchObject({ status: 422, code: 'attachment.not_clean' });
  });

  it.each([
    [{ bytes: 25 * 1024 * 1024 + 1 }, 'body.bytes'],
    [{ bytes: 0 }, 'body.bytes'],
    [{ fileName: '../..' }, 'body.fileName'],
  ])('createAttachment refuses %o', async (more, field) => {
    const body = { record: order, fileName: 'a.pdf', bytes: 10, ...more };
    expect(await s.ask('createAttachment', { body })).toMatchObject({ status: 400, body: { field } });
  });

  it('patchTags adds and takes off, and listTagged and the search find the record by them', async () => {
    const { id: record } = await s.place([{ itemId: s.items[0], quantity: '1' }]);
    const put = (body: object, who: object = ana(s)) => s.done('patchTags', { ...who, body: { record, ...body } });
    expect(await put({ add: ['Urgente', 'Feria 2026'] })).toEqual({ record, tags: ['Feria 2026', 'Urgente'] });
    expect((await put({ add: ['urgente', 'Ámbar'], remove: ['FERIA 2026'] }, leo(s))).tags).toEqual(['Ámbar', 'Urgente']);
    expect((await activity(s, record)).tags).toEqual(['Ámbar', 'Urgente']);
    const tagged = await eventually('tagged', async () => {
      const page = await s.done('listTagged', { query: { tag: 'ambar' } });
      return page.items.length > 0 && page;
    });
    expect(tagged.items).toMatchObject([{ record: { kind: 'order', id: record }, tags: ['Ámbar', 'Urgente'] }]);
    expect((await s.done('listTagged', { query: { tag: 'urgent' } })).items).toEqual([]);
    expect((await s.done('listTagged', { query: { q: 'urgent' } })).items).toHaveLength(1);
    const more = Array.from({ length: 19 }, (_, i) => `t${i}`);
    expect(await s.refused('patchTags', { body: { record, add: more } })).toEqual({
      status: 422,
      code: 'tags.too_many',
      field: 'body.add',
    });
    expect((await s.ask('patchTags', { body: { record, add: ['x'.repeat(41)] } })).body.field).toBe('body.add.0');
  });

  it('a record has fifty files at most, and its notes come a hundred at a time', async () => {
    const { id: record } = await s.place([{ itemId: s.items[0], quantity: '1' }]);
    const at = (n: number) => new Date(Date.now() - n * 1000).toISOString();
    const of = (prefix: string, n: number) => idFrom(prefix, s.tenant, record, String(n));
    const files = Array.from({ length: 50 }, (_, n) =>
      create(Attachments, of('att', n), { record, fileName: `${n}.txt`, bytes: 1, attachedAt: at(n), state: 'waiting' }),
    );
    await s.records.commit(files);
    const notes = Array.from({ length: 101 }, (_, n) =>
      create(Notes, of('not', n), { record, text: `n${n}`, mentions: [], writtenAt: at(n) }),
    );
    await s.records.commit(notes.slice(0, 51));
    await s.records.commit(notes.slice(51));
    expect(await s.refused('createAttachment', { body: { record, fileName: 'a.txt', bytes: 1 } })).toEqual({
      status: 422,
      code: 'attachment.too_many',
      field: 'body.record',
    });
    const first = await activity(s, record);
    expect([first.files.length, first.notes.length, first.notes[0].text, first.notes[99].text]).toEqual([50, 100, 'n0', 'n99']);
    const rest = await s.done('getActivity', { query: { record, cursor: first.nextCursor } });
    expect([rest.notes.map(({ text }: { text: string }) => text), rest.nextCursor]).toEqual([['n100'], undefined]);
    expect((await s.ask('createNote', { body: { record, text: 'x'.repeat(4001) } })).body.field).toBe('body.text');
  });

  it('the search finds words of notes, names of files and tags, and leads to their record', async () => {
    const { id: record } = await s.place([{ itemId: s.items[0], quantity: '1' }]);
    await s.done('createNote', { body: { record, text: 'El cliente pide cerámica esmaltada' } });
    await attached(s, record, 'esmalte-muestra.csv', 'a;b\n1;2\n');
    await s.done('patchTags', { body: { record, add: ['Esmaltado'] } });
    const hits = await eventually('three hits', async () => {
      const { items } = await s.done('searchAll', { query: { q: 'esmalt' }, ...leo(s) });
      return items.length === 3 && items;
    });
    expect(hits.map(({ kind, record: of }: { kind: string; record: object }) => [kind, of])).toEqual(
      ['note', 'attachment', 'record-tags'].map((kind) => [kind, { kind: 'order', id: record }]),
    );
  });

  it('are seen by who may see the record, and by nobody else', async () => {
    const { id: record } = await s.place([{ itemId: s.items[0], quantity: '1' }]);
    const { id } = await s.done('createNote', { body: { record, text: 'Xilófono' } });
    const file = await attached(s, record, 'xilofono.txt', 'Do re mi');
    const own = await s.done('createRole', {
      body: { name: 'Lo suyo', grants: [{ permission: 'orders.read', scope: 'own' }, { permission: 'tags.write' }] },
    });
    const eva = person(s, 'eva', own.id);
    expect(await s.refused('getActivity', { query: { record }, ...eva })).toMatchObject({ status: 404, code: 'record.not_found' });
    expect(await s.refused('createNote', { body: { record, text: 'x' }, ...eva })).toMatchObject({ status: 404, code: 'record.not_found' });
    expect(await s.refused('getAttachmentLink', { path: [file.id], ...eva })).toMatchObject({ status: 404, code: 'attachment.not_found' });
    expect(await s.refused('getHistory', { query: { record: id }, ...eva })).toMatchObject({ status: 404, code: 'record.not_found' });
    expect(await s.refused('patchTags', { body: { record, add: ['x'] }, ...eva })).toMatchObject({ status: 404 });
    expect(await s.refused('putFollower', { body: { record, following: true }, ...eva })).toMatchObject({ status: 404 });
    await eventually('the owner finds it', async () => (await s.done('searchAll', { query: { q: 'xilofono' } })).items.length === 2);
    expect((await s.done('searchAll', { query: { q: 'xilofono' }, ...eva })).items).toEqual([]);
    const evaId = await memberId(s, eva.email);
    const mentions = [evaId];
    expect(await s.refused('createNote', { body: { record, text: '@eva', mentions } })).toEqual({
      status: 422,
      code: 'mention.cannot_see',
      field: 'body.mentions.0',
    });
    expect((await s.done('listPeople', { query: { record, q: 'eva' } })).items).toEqual([]);
    const nobody = ['mem_01JDG8ZK5T7QWERTY2MNPQRSTV'];
    expect(await s.refused('createNote', { body: { record, text: '@', mentions: nobody } })).toMatchObject({ code: 'mention.unknown' });
  });

  it('no other company comes near them', async () => {
    const { id: record } = await s.place([{ itemId: s.items[0], quantity: '1' }]);
    const { id } = await s.done('createNote', { body: { record, text: 'Nuestro' } });
    const file = await attached(s, record, 'nuestro.txt', 'Nuestro');
    await s.done('patchTags', { body: { record, add: ['Nuestro'] } });
    const before = await itemsOf(s.tenant);
    const other = await newSeller([['A', 100, 1000]]);
    for (const [name, request] of [
      ['getActivity', { query: { record } }],
      ['createNote', { body: { record, text: 'x' } }],
      ['patchNote', { path: [id], body: { text: 'x' } }],
      ['deleteNote', { path: [id] }],
      ['createAttachment', { body: { record, fileName: 'a.txt', bytes: 1 } }],
      ['getAttachmentLink', { path: [file.id] }],
      ['deleteAttachment', { path: [file.id] }],
      ['patchTags', { body: { record, add: ['x'] } }],
      ['putFollower', { body: { record, following: true } }],
      ['listPeople', { query: { record } }],
    ] as const)
      expect(await other.refused(name, request), name).toMatchObject({ status: 404, code: expect.stringMatching(/not_found$/) });
    expect((await other.done('listTagged')).items).toEqual([]);
    expect((await other.done('searchAll', { query: { q: 'nuestro' } })).items).toEqual([]);
    expect(await itemsOf(s.tenant)).toEqual(before);
  });
});
