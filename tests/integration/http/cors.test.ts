import { describe, expect, test } from 'vitest';
import { deployed, send } from '../../support/http.ts';

const preflight = async (origin: string) => {
  const answer = await fetch(`${deployed().apiUrl}/orders`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,idempotency-key' },
  });
  await answer.text();
  return { origin: answer.headers.get('access-control-allow-origin'), headers: answer.headers.get('access-control-allow-headers') };
};

describe('browsers may call from the console alone', () => {
  test('the console’s origin may, with its token and key', async () => {
    const { origin, headers } = await preflight('http://localhost:5173');
    expect(origin).toBe('http://localhost:5173');
    expect(headers?.split(',').map((name) => name.trim())).toEqual(
      expect.arrayContaining(['authorization', 'content-type', 'idempotency-key']),
    );
  });

  test.each(['https://evil.example', 'http://localhost:5193', 'https://localhost:5173', 'http://localhost:5173.evil.example', 'null'])(
    '%s may not',
    async (origin) => {
      expect((await preflight(origin)).origin).toBeNull();
      const answer = await send('GET /openapi.json', { headers: { origin } });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});
