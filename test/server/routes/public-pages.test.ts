import { afterAll, beforeAll, expect, test } from 'vitest';
import { stopHash, stopToken } from '#server/hand-out/delivery/stop-link.ts';
import { born } from '#server/store/kept.ts';
import { passerByActing, systemActing } from '#server/store/record-store.ts';
import { handOutReader } from '#server/store/tables/hand-outs.ts';
import { CHARTED, CROWDED, RICH } from '#test/fixture/hand-out-facts.ts';
import { releasePage, seedTown } from '#test/fixture/released-town.ts';
import { type ServedHome, serveHome } from './serve-home.ts';

const NOW = '2025-01-02T03:04:05'; // of the served home
const system = systemActing(NOW);
const EARLIER = { ...RICH, from: '2026-10-19', to: '2026-11-15' };
const token = stopToken('a secret of the tests, and of them only', 'RD-1');

let served: ServedHome;

beforeAll(async () => {
  served = await serveHome();
  await seedTown(served.records);
  await served.records.as(system, async (tx) => {
    await releasePage(tx, 'HO-0011', EARLIER, '2026-11-16T08:00:00');
    await releasePage(tx, 'HO-0012', RICH, '2026-12-14T07:42:00');
    await releasePage(tx, 'HO-0010', { ...RICH, from: '2026-09-21', to: '2026-10-18' }, '2026-10-19T08:00:00');
    await tx.insert(handOutReader).values({
      ...{ readerId: 'RD-1', groupId: 'eastbank', representativeId: 'RP-1', email: 'odile@example.org' },
      ...{ language: 'en', consentedOn: '2025-01-01', consentHow: 'In writing', tokenHash: stopHash(token) },
      ...born(system),
    });
  });
  await served.records.pool.query(
    `update hand_out set withdrawn_at = '2026-11-01 10:00', withdrawn_why = 'Wombat Street was named' where hand_out_id = 'HO-0010'`,
  );
});
afterAll(() => served.remove());

const open = async (path: string, init: RequestInit = {}) => {
  const response = await served.app.request(path, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

test('the page of a group is open to anybody, says what was released, and is byte-equal for whoever is signed in', async () => {
  const { status, text, headers } = await open('/area/eastbank');
  expect(status).toBe(200);
  for (const said of [
    'Eastbank',
    'the usual range is 18 to 30',
    '555-0142',
    'C-0388',
    'November 16 to December 13, 2026',
  ])
    expect(text).toContain(said);
  expect(headers.getSetCookie()).toEqual([]);
  expect(headers.get('Vary') ?? '').not.toMatch(/cookie/i);
  for (const role of ['officer', 'chief', 'wall', 'administrator'] as const)
    expect(await (await served.appFor(role).request('/area/eastbank')).text(), role).toBe(text);
});

test('any cache may keep it, and asks again by its tag', async () => {
  const first = await open('/area/eastbank');
  expect(first.headers.get('Cache-Control')).toMatch(/^public, max-age=\d+$/);
  const tag = first.headers.get('ETag') ?? '';
  expect(await open('/area/eastbank', { headers: { 'If-None-Match': tag } })).toMatchObject({ status: 304, text: '' });
  expect((await open('/area/eastbank?language=es')).headers.get('ETag')).not.toBe(tag);
});

test('it runs no script, loads nothing from elsewhere, and every address on it is one of the public pages', async () => {
  const { text, headers } = await open('/area/eastbank');
  const policy = headers.get('Content-Security-Policy') ?? '';
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).not.toMatch(/unsafe|script-src|https?:/);
  expect(text).not.toMatch(/<script|\son\w+=|javascript:|\sstyle=/i);
  const addresses = [...text.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, address = '']) => address);
  expect(addresses.length).toBeGreaterThan(6);
  for (const address of addresses) {
    expect(address).toMatch(/^(\/area\b|\/mark\.svg$|tel:|#)/);
    if (!address.startsWith('/area')) continue;
    const { status } = address.endsWith('.pdf') ? { status: 200 } : await open(address.replaceAll('&amp;', '&'));
    expect(status, address).toBe(200);
  }
});

test('in Spanish every fixed word is Spanish, and staff words without it are marked as English', async () => {
  const { text } = await open('/area/eastbank?language=es');
  expect(text).toContain('<html lang="es">');
  expect(text).toContain('Ponerla en mi calendario');
  expect(text).toMatch(/<span lang="en">Groups trying car doors on Linnet Avenue<\/span> \(en inglés\)/);
  const words = text
    .replace(/<span lang="en">.*?<\/span>/g, '')
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<a [^>]*lang="en"[^>]*>.*?<\/a>/g, '')
    .replace(/<[^>]*>/g, ' ');
  expect(words).not.toMatch(/\b(the|and|your|page|usual range|meeting|earlier)\b/i);
});

test('nothing that was not released is on it: no draft, no reader, no person of staff but the officer that it names', async () => {
  const { rows } = await served.records.pool.query<{ name: string; email: string }>('select name, email from person');
  const pages = await Promise.all(['/area', '/area/eastbank', '/area/eastbank/HO-0012'].map((path) => open(path)));
  const all = pages.map(({ text }) => text).join('\n');
  for (const { name, email } of rows) {
    if (!'Dana Whitlock'.includes(name)) expect(all).not.toContain(name);
    expect(all).not.toContain(email);
  }
  expect(all).not.toMatch(/Odile|odile@|RD-1|p-officer|releasedBy|[0-9a-f]{64}/);
});

test('the list is in the order of the alphabet, says no number of calls, and leads to each area', async () => {
  await served.records.as(system, (tx) =>
    releasePage(tx, 'HO-0020', { ...CROWDED, groupId: 'cedar-hollow' }, '2026-12-14T08:00:00'),
  );
  const { text } = await open('/area');
  const areas = [...text.matchAll(/href="\/area\/([\w-]+)"/g)].map(([, id]) => id);
  expect(areas).toEqual(['cedar-hollow', 'eastbank']);
  expect(text).not.toMatch(/\b33\b|rank|most calls/i);
});

test('the newest page names the earlier ones; an earlier one says that it is not the newest', async () => {
  const newest = await open('/area/eastbank');
  expect(newest.text).toContain('href="/area/eastbank/HO-0011"');
  expect(newest.text).not.toContain('A newer page is out');
  const earlier = await open('/area/eastbank/HO-0011');
  expect(earlier.text).toContain('October 19 to November 15, 2026');
  expect(earlier.text).toContain('A newer page is out');
});

test('a page that was taken back answers 410 in a plain sentence, without its words or why', async () => {
  for (const path of ['/area/eastbank/HO-0010', '/area/eastbank/HO-0010.en.letter.pdf']) {
    const { status, text } = await open(path);
    expect(status, path).toBe(410);
    expect(text).toContain('This page was taken back.');
    expect(text).not.toMatch(/Wombat|thefts|C-0388/);
  }
  expect((await open('/area/eastbank')).text).not.toContain('HO-0010');
});

test.each([
  '/area/nowhere',
  '/area/eastbank/HO-9999',
  '/area/cedar-hollow/HO-0012',
  '/area/nowhere/HO-9999.es.a4.pdf',
  '/area/eastbank/HO-0012.fr.a4.pdf',
  '/area/nowhere/meeting.ics',
  '/area/eastbank/%3Cb%3E',
  '/area/eastbank/HO-0012/more',
])('%s is not there, and is said so as a page', async (path) => {
  const { status, text, headers } = await open(path);
  expect(status).toBe(404);
  expect(headers.get('Content-Type')).toMatch(/text\/html/);
  expect(text).not.toContain('<b>');
  expect(text).toMatch(/There is no such page|Esta página no existe/);
});

test('a group without a page says so; an inactive one is as unknown as any other', async () => {
  await served.records.as(system, async (tx) => {
    const { group } = await import('#server/store/tables/groups.ts');
    await tx.insert(group).values([
      { groupId: 'millrace', name: 'Millrace', kind: 'association', ...born(system) },
      { groupId: 'old-mill', name: 'Old Mill', kind: 'association', status: 'inactive', ...born(system) },
    ]);
  });
  const { status, text } = await open('/area/millrace');
  expect(status).toBe(200);
  expect(text).toContain('Millrace');
  expect(text).toContain('No page is out for this area yet.');
  expect((await open('/area/old-mill')).status).toBe(404);
});

test('the next meeting is a calendar file while it stands as it was told, and a change is said on the page', async () => {
  const ics = await open('/area/eastbank/meeting.ics');
  expect(ics.headers.get('Content-Type')).toMatch(/text\/calendar/);
  expect(ics.text).toMatch(/DTSTART:20261217T183000\r\n/);
  await served.records.pool.query(`update meeting set status = 'cancelled' where meeting_id = 'M-0034'`);
  expect((await open('/area/eastbank')).text).toContain('This meeting was called off.');
  expect((await open('/area/eastbank/meeting.ics')).text, 'the one after it').toMatch(/DTSTART:20270121T183000/);
  await served.records.pool.query(
    `update meeting set place = 'At Odile Marchetti’s, 12 Pell Street' where meeting_id = 'M-0038'`,
  );
  const { text } = await open('/area/eastbank');
  expect(text).toContain('The time or the place of this meeting has changed.');
  expect(text, 'the new place was not released').not.toContain('12 Pell Street');
  expect((await open('/area/eastbank/meeting.ics')).status).toBe(404);
});

test('the row rules show a passer-by released pages and the ground they print, and of every other table no row', async () => {
  const { rows } = await served.records.pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege('commonbeat_app', c.oid, 'select')`,
  );
  const names = rows.map(({ name }) => name).filter((name) => name !== 'permission');
  expect(names.length).toBeGreaterThan(25);
  const seen = await served.records.as(passerByActing(NOW), async (tx) => {
    const found: string[] = [];
    for (const name of names) {
      const { rows: some } = await tx.execute(`select from "${name}" limit 1`);
      if (some.length > 0) found.push(name);
    }
    return found.sort();
  });
  expect(seen).toEqual(['boundary_version', 'hand_out']);
  const ground = await served.records.as(passerByActing(NOW), (tx) =>
    tx.execute('select distinct version_id from boundary_version'),
  );
  expect(ground.rows).toEqual([{ version_id: 'eastbank.1' }]);
});

test('a page is looked through as it is sent: one with a name in it leaves for nobody, and the audit says so', async () => {
  const [concern, ...others] = RICH.items;
  if (concern?.part !== 'concern') throw new Error('the fixture begins with a concern');
  const said = { en: 'Ask Odile Marchetti about the lot', es: null };
  await served.records.as(system, (tx) =>
    releasePage(tx, 'HO-0030', { ...RICH, items: [{ ...concern, said }, ...others] }, '2026-10-01T08:00:00'),
  );
  const { status, text } = await open('/area/eastbank/HO-0030');
  expect(status).toBe(500);
  expect(text).not.toContain('Odile');
  const { rows } = await served.records.pool.query(
    `select words from audit where record_id = 'HO-0030' and action = 'other'`,
  );
  expect(rows).toMatchObject([{ words: expect.stringMatching(/looked through and stopped: name/) }]);
});

test('/stop: opening the link ends nothing; its button does, and says the same for a link that leads nowhere', async () => {
  const reader = async () =>
    (await served.records.pool.query('select ended_on::text, ended_how from hand_out_reader')).rows[0];
  const page = await open(`/stop/${token}`);
  expect(page.status).toBe(200);
  expect(page.text).toMatch(/<form method="post"><button type="submit">Send me no more e-mail/);
  expect(page.headers.get('Cache-Control')).toMatch(/no-store/);
  expect(await reader()).toMatchObject({ ended_on: null });
  const madeUp = await open(`/stop/${'A'.repeat(43)}`, { method: 'POST' });
  expect(await reader()).toMatchObject({ ended_on: null });

  const oneClick = await open(`/stop/${token}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: 'https://mail.provider.example',
      'Sec-Fetch-Site': 'cross-site',
    },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(oneClick.status).toBe(200);
  expect(oneClick.headers.getSetCookie()).toEqual([]);
  expect(await reader()).toMatchObject({ ended_on: '2025-01-02', ended_how: 'By the link in a letter' });
  expect(madeUp.text).toBe(oneClick.text);
  expect((await open(`/stop/${token}`, { method: 'POST' })).text).toBe(oneClick.text);
  expect((await open('/stop/x', { method: 'POST' })).text).toBe(oneClick.text);
});

test('/stop alone takes a post from elsewhere; it takes no long one, and not under another name than ours', async () => {
  const foreign = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' };
  expect((await open('/api/session/lock', { method: 'POST', headers: foreign })).status).toBe(403);
  expect((await open(`/stop/${token}/more`, { method: 'POST', headers: foreign })).status).toBe(403);
  expect((await open(`/stop/${token}`, { method: 'POST', body: 'x'.repeat(5000) })).status).toBe(413);
  expect((await open(`http://evil.example/stop/${token}`, { method: 'POST' })).status).toBe(421);
});

const withoutTags = (html: string) => html.replace(/<[^>]*>/g, ' ');

test('the calls of each concern are drawn and stand in a table, in both languages; an older page opens without them', async () => {
  await served.records.as(system, (tx) => releasePage(tx, 'HO-0013', CHARTED, '2026-12-10T08:00:00'));
  for (const [query, heading, untold, few] of [
    ['', 'Your concerns and the calls', 'not told', 'Too few calls to show by month.'],
    ['?language=es', 'Sus inquietudes y las llamadas', 'no se dice', 'Hay muy pocas llamadas para mostrarlas por mes.'],
  ] as const) {
    const { status, text } = await open(`/area/eastbank/HO-0013${query}`); // it was looked through
    expect(status).toBe(200);
    const [section = ''] = new RegExp(`<h2>${heading}</h2>.*?</section>`, 's').exec(text) ?? [];
    const [drawn = ''] = /<svg class="bars".*?<\/svg>/s.exec(section) ?? [];
    const [table = ''] = /<tbody>.*?<\/tbody>/s.exec(section) ?? [];
    const rows = [...table.matchAll(/<td>([^<]*)<\/td><\/tr>/g)].map(([, calls]) => calls);
    expect(rows).toEqual(['11', '9', '0', untold, '14', '17', untold, '22', '25', '12', '33']);
    expect([...drawn.matchAll(/middle">([^<]*)</g)].map(([, number]) => number)).toEqual(
      rows.filter((calls) => calls !== untold),
    );
    expect(drawn.match(/class="untold"/g)).toHaveLength(2);
    expect(drawn).toContain('class="heard"');
    expect(withoutTags(section)).toContain(few);
  }
  const older = await open('/area/eastbank/HO-0011');
  expect(older.status).toBe(200);
  expect(older.text).not.toMatch(/Your concerns and the calls|class="bars"/);
});

test('a small number in the chart of a concern keeps the page from leaving', async () => {
  const [chart] = CHARTED.calls.concernCalls ?? [];
  if (chart === undefined) throw new Error('the fixture has the calls of a concern');
  const planted = chart.periods.map((period) => (period.calls === 14 ? { ...period, calls: 4 } : period));
  const calls = { ...CHARTED.calls, concernCalls: [{ ...chart, periods: planted }] };
  await served.records.as(system, (tx) => releasePage(tx, 'HO-0031', { ...CHARTED, calls }, '2026-10-01T08:00:00'));
  expect((await open('/area/eastbank/HO-0031')).status).toBe(500);
});
