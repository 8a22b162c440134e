import { beforeAll, expect, test } from 'vitest';
import type { HandOutItem } from '#data/schema/records/hand-out.ts';
import { openDeskTown } from './desk-town.ts';

const town = await openDeskTown();
const { put } = town;
const RAW = 'Raw words of a resident.';

beforeAll(async () => {
  await put.concern('C-0001', { title: 'Car windows broken by the lot', nextStep: 'Lamps', nextStepOn: '2026-11-30' });
  await put.update(
    'C-0001',
    'did',
    '2026-11-09T10:00:00',
    'Patrols on Wednesday and Thursday afternoons. Nine of ten done.',
  );
  await put.update('C-0001', 'note', '2026-11-24T10:00:00', 'The two known from last year.');
  await put.update('C-0001', 'did', '2026-11-25T10:00:00', 'Security survey of the lot');
  await put.referral('R-0001', {
    ...{ concernId: 'C-0001', to: 'City, street lamps', isInside: false, whyNeeded: 'Theirs.', status: 'waiting' },
    ...{ referredOn: '2026-11-16', expectedBy: '2026-11-30', answer: '' },
    nudges: [{ on: '2026-12-04', by: 'p-officer', way: 'email', words: 'When?' }],
  });
  await put.concern('C-0002', {
    ...{ title: 'Cars speeding by the park', status: 'closed', closedOn: '2026-12-08', closeReason: 'resolved' },
    closeWords: 'It is quiet now.',
  });
  await put.concern('C-0003', { title: 'Closed before the days', status: 'closed', closedOn: '2026-11-18' });
  await put.concern('C-0004', { title: 'The same as the first', duplicateOf: 'C-0001' });
  await put.concern('C-0005', { title: '', status: 'new' });
  await put.concern('C-0006', { title: 'Trouble in a family', category: 'domestic' });
  await put.concern('C-0007', { title: 'Of another group', groupIds: ['groundless'] });
  await put.concern('C-0008', { title: 'Step that was missed', nextStep: 'Call the owner', nextStepOn: '2026-12-01' });
  await put.concern('C-0009', { title: 'Step that is ahead', nextStep: 'Call the owner', nextStepOn: '2027-01-21' });
  await put.concern('C-0010', { title: 'New and not begun', status: 'new', heardAt: '2026-12-12T10:00:00' });
  await put.concern('C-0011', { title: 'Heard after this morning', heardAt: '2026-12-14T12:00:00' });
  await put.promise('PM-0001', { words: 'Bring the figures.', dueOn: '2026-12-30' });
  await put.promise('PM-0002', { words: 'Walk the alley.', dueOn: '2026-12-01' });
  await put.promise('PM-0003', { words: 'Ask the city.', status: 'kept', outcome: 'It came.', closedOn: '2026-12-05' });
  await put.promise('PM-0004', { words: 'No longer asked for.', status: 'released', closedOn: '2026-12-05' });
  await put.entry('NE-0001', {
    title: 'Lot closed',
    fields: { words: 'From January.', eventOn: '2027-01-04', wordsSpanish: 'Cerrado.' },
  });
  await put.entry('NE-0002', { release: 'internal' });
  await put.entry('NE-0003', { release: 'group', groupId: 'eastbank' });
  await put.entry('NE-0004', { groupId: 'groundless' });
  await put.entry('NE-0005', { happenedOn: '2026-10-01' });
  await put.entry('PR-0001', {
    kind: 'project',
    status: 'response',
    groupId: 'eastbank',
    fields: { problem: 'Broken windows.' },
  });
  await put.entry('PR-0002', { kind: 'project', status: 'response', release: 'group', groupId: 'eastbank' });
});

const find = (items: readonly HandOutItem[], itemId: string) => items.find((item) => item.itemId === itemId);

test('the days follow the last meeting, and the page is for the next one and names the one after it', async () => {
  const { facts, meetings, draft, released } = await town.desk();
  expect(facts).toMatchObject({
    ...{ groupId: 'eastbank', from: '2026-11-20', to: '2026-12-13', officer: 'p-officer' },
    follows: { meetingId: 'M-0001', on: '2026-11-19' },
    ...{ meeting: { meetingId: 'M-0002' }, next: { meetingId: 'M-0003' } },
    department: { name: 'Testville Police', phone: '555-0142', email: '' },
  });
  expect(meetings.map(({ meetingId }) => meetingId)).toEqual(['M-0002', 'M-0003']);
  expect({ draft, released }).toEqual({ draft: null, released: [] });
});

test('a concern is told by the summary of staff, the last acts in short, and whom it waits for since when, in both languages', async () => {
  const { offered } = await town.desk();
  expect(find(offered, 'concern/C-0001')).toEqual({
    ...{ part: 'concern', itemId: 'concern/C-0001', category: 'noise', isOpen: true, nextOn: null },
    said: { en: 'Car windows broken by the lot', es: null },
    did: { en: 'Patrols on Wednesday and Thursday afternoons. Security survey of the lot.', es: null },
    notYet: {
      en: 'We asked the city (street lamps) on November 16 and again on December 4. No answer yet.',
      es: 'Pedimos ayuda a la ciudad (alumbrado público) el 16 de noviembre y otra vez el 4 de diciembre. Aún no hay respuesta.',
    },
  });
});

test('what was closed since the last meeting says so; a step that was missed says so; one that is ahead has its day', async () => {
  const { offered } = await town.desk();
  expect(find(offered, 'concern/C-0002')).toMatchObject({
    did: { en: 'It is quiet now.' },
    notYet: { en: 'Nothing open. Closed December 8.', es: 'Nada pendiente. Cerrado el 8 de diciembre.' },
    isOpen: false,
  });
  expect(find(offered, 'concern/C-0008')).toMatchObject({
    notYet: { en: 'Call the owner. It was due on December 1.', es: null },
    nextOn: null,
  });
  expect(find(offered, 'concern/C-0009')).toMatchObject({ notYet: { en: 'Call the owner.' }, nextOn: '2027-01-21' });
  expect(find(offered, 'concern/C-0010')).toMatchObject({
    did: { en: '', es: '' },
    notYet: { en: 'We have not begun yet.', es: 'Todavía no hemos empezado.' },
  });
});

test('raw words, merged ones, protected kinds, other groups and what is over stand in no part of the desk', async () => {
  const desk = await town.desk();
  const ids = desk.offered.map(({ itemId }) => itemId);
  for (const id of ['C-0003', 'C-0004', 'C-0006', 'C-0007', 'C-0011']) expect(ids).not.toContain(`concern/${id}`);
  expect(JSON.stringify(desk)).not.toContain(RAW);
  expect(JSON.stringify(desk)).not.toContain('known from last year');
});

test('a concern that nobody summed up is offered without words, is not suggested, and is a fault until it has some', async () => {
  const { offered, suggested } = await town.desk();
  expect(find(offered, 'concern/C-0005')).toMatchObject({ said: { en: '', es: '' } });
  expect(suggested.items).not.toContain('concern/C-0005');
  const said = { en: 'Trash in the alley', es: null };
  const kept = (words: object) => ({
    ...{ meetingId: null, from: '2026-11-20', to: '2026-12-13', revision: null },
    choices: { items: ['concern/C-0005'], words, line: null },
  });
  const path = '/api/records/groups/eastbank/hand-out/draft';
  const draft = (await town.ask(town.officer, 'PUT', path, kept({}))).json;
  expect((await town.desk()).faults).toMatchObject([{ itemId: 'concern/C-0005', field: 'said', kind: 'no-words' }]);
  const { revision } = draft;
  await town.ask(town.officer, 'PUT', path, { ...kept({ 'concern/C-0005': { said } }), revision });
  expect(await town.desk()).toMatchObject({ faults: [], facts: { meeting: null, items: [{ said }] } });
  expect((await town.ask(town.officer, 'DELETE', `${path}?revision=2`)).status).toBe(204);
});

test('promises: late ones first, then those that fall due, then what was kept and how', async () => {
  const { offered } = await town.desk();
  expect(offered.filter(({ part }) => part === 'promise')).toEqual([
    expect.objectContaining({ itemId: 'promise/PM-0002', isLate: true }),
    expect.objectContaining({ itemId: 'promise/PM-0001', isLate: false, dueOn: '2026-12-30' }),
    expect.objectContaining({ words: { en: 'Ask the city. It came.', es: null }, keptOn: '2026-12-05', isLate: false }),
  ]);
});

test('news and projects stand there where a person made them public, for this group or for all', async () => {
  const { offered } = await town.desk();
  const told = offered.filter(({ part }) => part === 'news' || part === 'project');
  expect(told).toEqual([
    expect.objectContaining({
      ...{ itemId: 'news/NE-0001', eventOn: '2027-01-04' },
      words: { en: 'Lot closed. From January.', es: 'Cerrado.' },
    }),
    expect.objectContaining({
      itemId: 'project/PR-0001',
      words: { en: 'Title of PR-0001. Broken windows.', es: null },
    }),
  ]);
});

test('the suggested page holds four concerns, the open ones by age, two promises, and a tip for each top kind', async () => {
  const { suggested, facts } = await town.desk();
  const concerns = suggested.items.filter((id) => id.startsWith('concern/'));
  expect(concerns).toEqual(['C-0001', 'C-0008', 'C-0009', 'C-0010'].map((id) => `concern/${id}`));
  expect(suggested.items.filter((id) => id.startsWith('promise/'))).toHaveLength(2);
  const counted = facts.calls.lines.flatMap(({ category, calls }) =>
    calls === null || calls === 0 ? [] : [{ category, calls }],
  );
  const top = counted
    .sort((a, b) => b.calls - a.calls)
    .slice(0, 3)
    .map(({ category }) => category);
  expect(suggested.items.filter((id) => id.startsWith('tip/'))).toEqual(top.map((kind) => `tip/${kind}/1`));
  expect(facts.items.map(({ itemId }) => itemId)).toEqual(suggested.items);
});

test('another meeting or other days may be asked for; a meeting of another group may not', async () => {
  const { facts } = await town.desk('?meetingId=M-0003&from=2026-12-01&to=2026-12-10');
  expect(facts).toMatchObject({
    from: '2026-12-01',
    to: '2026-12-10',
    meeting: { meetingId: 'M-0003' },
    next: null,
    follows: null,
  });
  await put.meeting('M-0009', '2026-12-20', 'planned', 'groundless');
  await put.meeting('M-0010', '2026-12-21', 'cancelled');
  for (const [query, path] of [
    ['meetingId=M-0009', 'meetingId'],
    ['meetingId=M-0010', 'meetingId'],
    ['meetingId=M-7777', 'meetingId'],
    ['from=2026-12-10&to=2026-12-01', 'from'],
    ['from=2024-01-01', 'from'],
  ]) {
    const { status, json } = await town.ask(town.officer, 'GET', `/api/records/groups/eastbank/hand-out?${query}`);
    expect([status, json.errors[0].path], query).toEqual([422, path]);
  }
});

test('a group without a boundary is refused in words', async () => {
  const { status, json } = await town.ask(town.officer, 'GET', '/api/records/groups/groundless/hand-out');
  expect([status, json.detail]).toEqual([
    422,
    'groundless had no boundary on 2026-12-13: draw one, then its calls can be counted.',
  ]);
});
