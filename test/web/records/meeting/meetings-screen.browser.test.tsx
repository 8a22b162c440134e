import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { GroupPromise, Meeting } from '#data/schema/records/contact.ts';
import { showScreen, showScreenAt } from '#test/web/records/show-screen.tsx';
import { HoldDialog } from '#web/records/meeting/hold-dialog.tsx';
import { MeetingScreen } from '#web/records/meeting/meeting-screen.tsx';
import { MeetingsScreen } from '#web/records/meeting/meetings-screen.tsx';
import { PromisesScreen } from '#web/records/meeting/promises-screen.tsx';

const kept = { revision: 1, createdAt: '2026-11-01T08:00:00', createdBy: 'p-officer' };
const since = { ...kept, updatedAt: '2026-11-01T08:00:00', updatedBy: 'p-officer' };
const held: Meeting = {
  ...{ meetingId: 'M-0001', groupId: 'eastbank', startsAt: '2026-12-01T19:00:00', endsAt: '2026-12-01T20:00:00' },
  ...{ place: 'Library', agenda: ['Cars'], invitations: [], status: 'planned', attendedBy: [], attendance: null },
  ...{ minutes: '', ...since },
};
const promised: GroupPromise = {
  ...{ promiseId: 'PR-0001', groupId: 'eastbank', meetingId: 'M-0001', concernId: null, words: 'Count the cars' },
  ...{ promisedOn: '2026-11-01', dueOn: '2026-12-01', ownerId: 'p-officer', status: 'open', outcome: '' },
  ...{ closedOn: null, ...since },
};
const known = {
  people: [{ personId: 'p-officer', name: 'Whitlock', title: 'CRO', role: 'officer' }],
  groups: [{ groupId: 'eastbank', name: 'Eastbank', liaisonId: null }],
  ...{ units: ['Traffic Unit'], meetings: [], triageDays: 2, actionDays: 7 },
};
const heldPage = {
  meeting: { ...held, status: 'held', attendedBy: ['p-officer'], attendance: 14, minutes: 'Lamps\nLamps' },
  opensWith: { promises: [], concerns: [] },
  heard: [{ concernId: 'C-0400', title: 'Lamp out', category: null }],
  promised: [promised],
};
const handedOut = {
  ...{ handOutId: 'HO-0012', groupId: 'eastbank', meetingId: 'M-0001', from: '2026-11-04', to: '2026-11-30' },
  ...{ code: 'CB-9M2D-05KT', hash: 'x', releasedAt: '2026-12-01T15:00:00', releasedBy: 'p-officer' },
  ...{ withdrawnAt: null, withdrawnWhy: '' },
};
afterEach(() => vi.unstubAllGlobals());

/** Serves one meeting and one promise; returns what was posted. */
function serve(post: () => Response = () => Response.json(held)) {
  const posted: unknown[] = [];
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit = {}) => {
    if (method === 'POST') {
      posted.push(JSON.parse(String(body)));
      return post();
    }
    if (path.endsWith('/known')) return Response.json(known);
    if (path.endsWith('/meetings/M-0001')) return Response.json(heldPage);
    if (path.includes('/hand-outs?meetingId=M-0001')) return Response.json([handedOut]);
    if (path.includes('/meetings') || path.includes('/meeting-gaps')) return Response.json([held]);
    if (path.includes('/promises')) return Response.json([promised]);
    return Response.json([]);
  });
  return posted;
}
const faultsOf = async (host: HTMLElement) =>
  (await axe.run(host)).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);

test('an agenda point is moved by its button and by Alt and an arrow, and the plan is sent in that order', async () => {
  const posted = serve();
  const host = await showScreen(MeetingsScreen, 'officer', 390);
  await userEvent.click(page.getByRole('button', { name: 'Plan a meeting' }));
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Group' }), 'Eastbank');
  await userEvent.fill(page.getByRole('textbox', { name: 'Place' }), 'Library');
  for (const point of ['One', 'Two']) {
    await userEvent.click(page.getByRole('button', { name: 'Add a point' }));
    await userEvent.fill(page.getByRole('textbox', { name: /^Point/ }).last(), point);
  }
  await userEvent.click(page.getByRole('button', { name: 'Move point 2 up' }));
  await expect.element(page.getByRole('textbox', { name: 'Point 1' })).toHaveValue('Two');
  await userEvent.click(page.getByRole('textbox', { name: 'Point 1' }));
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await userEvent.click(page.getByRole('button', { name: 'Invite Traffic Unit' }));
  expect(await faultsOf(host)).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Plan it' }));
  await expect.poll(() => posted).toMatchObject([{ agenda: ['One', 'Two'], invitations: [{ unit: 'Traffic Unit' }] }]);
});

test('holding over somebody else’s record shows theirs and keeps the promise that was typed', async () => {
  const theirs = { ...held, revision: 2, status: 'held', attendance: 14, minutes: 'Lamps' };
  const posted = serve(() => Response.json({ detail: 'Changed', current: theirs }, { status: 409 }));
  const host = await showScreen(() => <HoldDialog meeting={held} onClose={() => undefined} />, 'officer');
  await userEvent.click(page.getByRole('button', { name: 'Add a promise' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Promise' }), 'Ask about lamps');
  expect(await faultsOf(host)).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Record it' }));
  await expect.element(page.getByText('It is now: 14 came. Lamps')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Promise' })).toHaveValue('Ask about lamps');
  expect(posted).toMatchObject([{ revision: 1, promises: [{ words: 'Ask about lamps' }] }]);
});

test('a late promise is told by its day and closed with its evidence', async () => {
  const posted = serve(() => Response.json({ ...promised, status: 'kept' }));
  const host = await showScreen(PromisesScreen, 'officer', 390);
  await expect.element(page.getByText('Late since Dec 1, 2026')).toBeVisible();
  expect(await faultsOf(host)).toEqual([]);
  expect(host.scrollWidth).toBeLessThanOrEqual(390);
  await userEvent.click(page.getByRole('button', { name: 'Close: Count the cars' }));
  await userEvent.fill(page.getByRole('textbox', { name: /What was done/ }), 'Counted on Dec 2');
  await userEvent.click(page.getByRole('button', { name: 'Close', exact: true }).last());
  await expect.poll(() => posted).toMatchObject([{ status: 'kept', outcome: 'Counted on Dec 2', revision: 1 }]);
});

test('a promise made apart from a meeting is kept with its group, its day and its owner; who may only read makes none', async () => {
  const posted = serve(() => Response.json(promised, { status: 201 }));
  const host = await showScreen(PromisesScreen, 'officer', 390);
  await userEvent.click(page.getByRole('button', { name: 'Add a promise' }));
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByRole('button', { name: 'Keep it' })).toHaveAttribute('aria-disabled', 'true');
  await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Group' }), 'Eastbank');
  await userEvent.fill(dialog.getByRole('textbox', { name: 'Promise', exact: true }), 'Ask the city for a lamp');
  await userEvent.fill(dialog.getByLabelText('Due', { exact: true }), '2026-12-20');
  expect(await faultsOf(host)).toEqual([]);
  await userEvent.click(dialog.getByRole('button', { name: 'Keep it' }));
  const whole = {
    groupId: 'eastbank',
    words: 'Ask the city for a lamp',
    promisedOn: '2026-12-14',
    dueOn: '2026-12-20',
  };
  await expect.poll(() => posted).toEqual([{ ...whole, ownerId: 'p-officer', meetingId: null, concernId: null }]);
  await showScreen(PromisesScreen, 'auditor', 390);
  await expect.element(page.getByRole('button', { name: 'Add a promise' })).not.toBeInTheDocument();
});

test('the page of a held meeting tells the concerns heard and the promises made there, at every width', async () => {
  serve();
  const at = { screen: MeetingScreen, path: '/meetings/$meetingId', address: '/meetings/M-0001' };
  for (const width of [390, 1280]) {
    const host = await showScreenAt(at, 'officer', width);
    await expect.element(page.getByRole('region', { name: 'Concerns heard there' })).toHaveTextContent('Lamp out');
    const used = page.getByRole('region', { name: 'Page that was handed out' });
    await expect.element(used).toHaveTextContent('CB-9M2D-05KT');
    await expect
      .element(used.getByRole('link', { name: 'PDF in Spanish' }))
      .toHaveAttribute('href', '/api/records/hand-outs/HO-0012.es.letter.pdf');
    await expect.element(page.getByRole('region', { name: 'Promised there' })).toHaveTextContent('Late since Dec 1');
    await expect.element(page.getByText('14 people')).toBeVisible();
    expect(await faultsOf(host)).toEqual([]);
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
  }
});

test('a meeting to come leads to the page that is handed out there, one that was held does not', async () => {
  const at = { screen: MeetingScreen, path: '/meetings/$meetingId', address: '/meetings/M-0001' };
  serve();
  await showScreenAt(at, 'officer');
  await expect.element(page.getByText('14 people')).toBeVisible();
  expect(page.getByRole('link', { name: 'Prepare the page' }).elements()).toEqual([]);
  vi.stubGlobal('fetch', async () => Response.json({ ...heldPage, meeting: held }));
  await showScreenAt(at, 'officer');
  await expect
    .element(page.getByRole('link', { name: 'Prepare the page' }))
    .toHaveAttribute('href', '/groups/eastbank/briefing?meetingId=M-0001');
});

test('B.3: the printed agenda names each unit that was invited and its reply, beside the points, and no button', async () => {
  const invitations = [
    { unit: 'Traffic Unit', email: 'traffic@example.org', reply: 'accepted' },
    { unit: 'Patrol, evening', email: null, reply: 'declined' },
    { unit: 'Crime Analysis', email: null, reply: 'waiting' },
  ];
  serve();
  const answers = globalThis.fetch;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) =>
    path.endsWith('/meetings/M-0001')
      ? Response.json({ ...heldPage, meeting: { ...held, invitations } })
      : answers(path, init),
  );
  const at = { screen: MeetingScreen, path: '/meetings/$meetingId', address: '/meetings/M-0001' };
  const host = await showScreenAt(at, 'officer');
  await expect.element(page.getByRole('region', { name: 'Invited' })).toBeVisible();
  await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
  try {
    const printed = host.innerText; // what is not displayed is not in it
    for (const line of [
      'Cars',
      'Traffic Unit, comes',
      'Patrol, evening, does not come',
      'Crime Analysis, no reply yet',
    ])
      expect(printed).toContain(line);
    expect(printed).not.toMatch(/Print|Call it off|traffic@example\.org/);
  } finally {
    await cdp().send('Emulation.setEmulatedMedia', { media: '' });
  }
});

test('A.5: what was attended is a count of the meetings, beside the least that the target makes of them', async () => {
  const meetings = ['M-1', 'M-2', 'M-3', 'M-4', 'M-5', 'M-6'];
  const group = {
    ...{ kind: 'association', district: null, liaisonId: null, meetingPattern: '', attendTargetPercent: 80 },
    ...{ residents: null, addresses: null, language: 'en', status: 'active', lastContactAt: null, ...since },
  };
  const answers: Record<string, unknown> = {
    '/api/records/meeting-attendance?from=2026-01-01&to=2026-12-14': [
      { groupId: 'eastbank', meetings, attended: meetings.slice(2), percent: 66.7 },
      { groupId: 'marlow', meetings, attended: meetings.slice(1), percent: 83.3 },
    ],
    '/api/records/groups': [
      { ...group, groupId: 'eastbank', name: 'Eastbank' },
      { ...group, groupId: 'marlow', name: 'Marlow End' },
    ],
    '/api/records/concerns/known': known,
  };
  vi.stubGlobal('fetch', async (path: string) => Response.json(answers[path] ?? []));
  const host = await showScreen(MeetingsScreen, 'officer', 390);
  await expect.element(page.getByRole('row', { name: /^Eastbank/ })).toHaveTextContent('4 of 6Fewer than 5'); // 80 of 100 of 6: 4.8
  await expect.element(page.getByRole('row', { name: /^Marlow End/ })).toHaveTextContent('5 of 6At least 5');
  expect(host.innerText).not.toContain('%');
  expect(await faultsOf(host)).toEqual([]);
});
