import { expect } from 'vitest';
import { eventually } from './cloud.ts';
import { send, type Tenant } from './http.ts';
import { done } from './trading-company.ts';

const ENDED = ['review', 'ready', 'split', 'duplicate', 'quarantined', 'failed', 'entered', 'kept', 'passed'];

/** What people and programs do with the documents of a company. */
export function inboxOf(company: () => Tenant) {
  const owner = () => company().tokens.owner;
  const get = (id: string) => done(send(`GET /documents/${id}`, { token: owner() }));
  const until = (id: string, states: readonly string[], seconds = 60) =>
    eventually(
      `${id} to be ${states}`,
      async () => {
        const document = await get(id);
        return states.includes(document.state) ? document : undefined;
      },
      seconds,
    );
  const post = (path: string, body?: object) => done(send(`POST ${path}`, { token: owner(), ...(body ? { body } : {}) }));
  return {
    ...{ get, until, post },
    /** Announces a file, puts it where the link says, and waits until it has been read. */
    async bring(fileName: string, bytes: Uint8Array | string, seconds?: number) {
      const file = Buffer.from(bytes as Uint8Array);
      const { id, upload } = await post('/documents', { fileName, bytes: file.length });
      const put = await fetch(upload.url, { method: 'PUT', body: file });
      expect(put.status).toBe(200);
      return until(id, ENDED, seconds);
    },
  };
}
