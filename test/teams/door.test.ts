import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { activity } from '../make/activity.ts';
import { type BotUnderTest, startBotUnderTest } from '../make/botUnderTest.ts';

let bot: BotUnderTest;
beforeAll(async () => {
  bot = await startBotUnderTest({ limits: { bodyMs: 300 } });
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.arrivals.length = 0;
});

const json = { 'content-type': 'application/json' };
const good = (changes = {}) => JSON.stringify(activity(bot.connector.url, changes));

async function proven(headers: Record<string, string> = json) {
  return { ...headers, authorization: `Bearer ${await bot.keys.token()}` };
}
const isAlive = async () => (await fetch(`${bot.url}/livez`)).status === 200;
/** A good activity whose value is lists in lists. */
const nested = (levels: number) =>
  good({ value: 0 }).replace('"value":0', `"value":${'['.repeat(levels)}${']'.repeat(levels)}`);

async function* inChunks(text: string, size = 1_000) {
  for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size));
}

describe('the door lets in', () => {
  const types = [
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'Application/JSON; charset="utf-8"',
  ];
  for (const type of types) {
    it(`an activity as ${type}`, async () => {
      expect((await bot.post(good(), await proven({ 'content-type': type }))).status).toBe(200);
      expect(bot.arrivals).toHaveLength(1);
    });
  }
  it('an activity in chunks', async () => {
    const body = inChunks(good({ text: 'x'.repeat(5_000) })) as unknown as RequestInit['body'];
    expect((await bot.post(body, await proven())).status).toBe(200);
    expect(bot.arrivals).toHaveLength(1);
  });
  it('letters of every alphabet', async () => {
    await bot.post(good({ text: 'Łódź 日本 👩‍⚕️' }), await proven());
    expect(bot.arrivals[0]?.input).toMatchObject({ text: 'Łódź 日本 👩‍⚕️' });
  });
});

describe('the door refuses before anybody reads', () => {
  type Try = { headers?: Record<string, string>; body?: () => RequestInit['body']; status: number };
  const tries: Record<string, Try> = {
    'a compressed body': { headers: { 'content-encoding': 'gzip' }, body: () => gzipSync(good()), status: 415 },
    'garbage that claims to be compressed': {
      headers: { 'content-encoding': 'gzip' },
      body: () => 'garbage',
      status: 415,
    },
    brotli: { headers: { 'content-encoding': 'br' }, status: 415 },
    'an encoding that changes nothing': { headers: { 'content-encoding': 'identity' }, status: 415 },
    'a form with files': {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: () => '--x\r\n\r\n--x--',
      status: 415,
    },
    'a form': { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: () => 'a=1', status: 415 },
    text: { headers: { 'content-type': 'text/plain' }, status: 415 },
    'no content type': { headers: { 'content-type': '' }, status: 415 },
    'JSON that is not ours': { headers: { 'content-type': 'application/json-patch+json' }, status: 415 },
    'another character set': { headers: { 'content-type': 'application/json; charset=utf-16' }, status: 415 },
    'more than 256 KB': { body: () => good({ text: 'x'.repeat(300_000) }), status: 413 },
    'more than 256 KB in chunks': {
      body: () => inChunks(good({ text: 'x'.repeat(300_000) }), 50_000) as never,
      status: 413,
    },
    'no JSON': { body: () => '{"type":', status: 400 },
    nothing: { body: () => '', status: 400 },
    'a list': { body: () => '[]', status: 400 },
    null: { body: () => 'null', status: 400 },
    'a number': { body: () => '1', status: 400 },
    'an activity without a type': { body: () => '{}', status: 400 },
    'JSON 65 levels deep': { body: () => nested(64), status: 400 },
    'JSON 100,000 levels deep': { body: () => nested(100_000), status: 400 },
    'bytes that are not UTF-8': { body: () => Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), status: 400 },
  };
  for (const [what, { headers = {}, body = good, status }] of Object.entries(tries)) {
    it(`${what}: ${status}, empty, and lives on`, async () => {
      const answer = await bot.post(body(), await proven({ ...json, ...headers }));
      expect(answer).toMatchObject({ status, text: '' });
      expect(bot.arrivals).toHaveLength(0);
      expect(await isAlive()).toBe(true);
    });
  }

  it('JSON 64 levels deep is let in', async () => {
    expect((await bot.post(nested(63), await proven())).status).toBe(200);
  });

  it('brackets in words do not count as levels', async () => {
    expect((await bot.post(good({ text: `${'['.repeat(200)}\\"${'{'.repeat(200)}` }), await proven())).status).toBe(
      200,
    );
  });

  it('a body that does not come: 408', async () => {
    const lines = [
      'POST /api/messages HTTP/1.1',
      'host: x',
      'content-type: application/json',
      'content-length: 50',
      '',
      '{"ty',
    ];
    expect(await raw(lines.join('\r\n'))).toMatch(/^HTTP\/1\.1 408 /);
  });
  it('a chunked body over the limit whose sender does not stop: 413', async () => {
    const head =
      'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
    expect(await raw(`${head}${'10000\r\n'.concat('x'.repeat(65_536), '\r\n').repeat(5)}`)).toMatch(/^HTTP\/1\.1 413 /);
  });
  it('what is not HTTP: 400', async () => expect(await raw('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /));
});

describe('elsewhere the door', () => {
  const places: readonly [string, string, number][] = [
    ['GET', '/api/messages', 405],
    // The Playground asks this way whether the bot is there.
    ['HEAD', '/api/messages', 405],
    ['PUT', '/api/messages', 405],
    ['OPTIONS', '/api/messages', 405],
    ['POST', '/livez', 405],
    ['GET', '/', 404],
    ['POST', '/api/other', 404],
    ['POST', '/api/messages/', 404],
    ['GET', '/livez/x', 404],
    ['GET', '/constructor', 404],
  ];
  for (const [method, path, status] of places) {
    it(`answers ${method} ${path} with a bare ${status}`, async () => {
      const response = await fetch(bot.url + path, { method });
      expect([response.status, await response.text()]).toEqual([status, '']);
      expect(response.headers.get('server')).toBeNull();
    });
  }

  it('says that it lives and is ready', async () => {
    for (const path of ['/livez', '/readyz']) {
      const response = await fetch(bot.url + path);
      expect([response.status, await response.text(), response.headers.get('server')]).toEqual([200, '', null]);
    }
  });
});

describe('when the bot is to stop, the door', () => {
  it('takes nothing more in, says so, and waits for what is under way', async () => {
    const stopping = await startBotUnderTest();
    let finish = () => {};
    stopping.reply = () =>
      new Promise((resolve) => {
        finish = () => resolve(null);
      });
    const headers = { ...json, authorization: `Bearer ${await stopping.keys.token()}` };
    const underWay = stopping.post(JSON.stringify(activity(stopping.connector.url)), headers);
    while (stopping.arrivals.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

    let isDrained = false;
    const draining = stopping.teams.drain().then(() => {
      isDrained = true;
    });
    expect((await stopping.post(JSON.stringify(activity(stopping.connector.url)), headers)).status).toBe(503);
    expect((await fetch(`${stopping.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${stopping.url}/livez`)).status).toBe(200);
    expect(isDrained).toBe(false);

    finish();
    expect((await underWay).status).toBe(200);
    await draining;
    const since = Date.now();
    await stopping.close();
    // With keep-alive clients a plain close takes five seconds.
    expect(Date.now() - since).toBeLessThan(4_000);
    expect(stopping.arrivals).toHaveLength(1);
  });
});

/** Sends bytes and gives what comes back before the connection closes. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(bot.teams.port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}
