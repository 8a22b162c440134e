import '#web/ui/tokens.css';
import '#web/ui/base.css';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SweepVerdict } from '#data/schema/records/sweep.ts';
import type { Role } from '#data/schema/release-level.ts';
import { expectNoAxeFaults } from '#test/fixture/axe-faults.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import type { Candidate } from '#web/ask/use-candidates.ts';
import { useSweep } from '#web/ask/use-sweep.ts';
import type { CallRow, SeriesVerdict } from '#web/compute/door.ts';
import { VerdictBlock } from '#web/spikes/verdict/verdict-block.tsx';

const WEEK = '2026-12-07';
let nth = 0;

/** A candidate nobody has drafted a verdict on yet in this page. */
function candidate(): Candidate {
  nth += 1;
  const series: SeriesVerdict = {
    ...{ areaId: 'eastbank', category: 'theft-from-vehicle', week: WEEK, observed: 14, expected: 5.6, low: 3, high: 9 },
    ...{ p: 0.0004, q: 0.02, verdict: 'unusual', direction: 'above', method: 'negative-binomial' },
    ...{ weeksOfHistory: 129, concerns: 2 },
  };
  return {
    ...{ kind: 'spike', candidateKey: `eastbank~${nth}`, category: 'theft-from-vehicle', areaIds: ['eastbank'] },
    ...{ title: 'Theft from vehicle, Eastbank', sentence: 'Usual range 3 to 9; last week 14: unusual.' },
    ...{ verdict: 'unusual', p: 0.0004, q: 0.02, series, found: null },
  };
}
const call = (id: string): CallRow => ({
  ...{ id, receivedLocal: '2026-12-09T14:10:00', timePrecision: 'minute', typeCode: 'THEFT', disposition: null },
  ...{ category: 'theft-from-vehicle', origin: 'public', addressBlock: '2400 BLK TERN PARK ROAD', placeKey: 'lot' },
  ...{ placement: 'placed', lon: -80.2, lat: 36.4 },
});
const person = (personId: string, name: string, title: string, role: Role) => ({ personId, name, title, role });
const KNOWN = {
  people: [
    person('p-whitlock', 'Whitlock', 'CRO', 'officer'),
    person('p-amaro', 'Amaro', 'CRO', 'officer'),
    person('p-analyst', 'Nakamura', 'Analyst', 'analyst'),
  ],
  groups: [
    { groupId: 'eastbank', name: 'Eastbank', liaisonId: 'p-whitlock' },
    { groupId: 'pell-street', name: 'Pell Street', liaisonId: null },
  ],
  ...{ units: [], meetings: [], triageDays: 2, actionDays: 7 },
};

type Sent = { method: string; path: string; body: unknown };
type Refuse = (sent: Sent) => Response | null;

/** A server that keeps verdicts; `refuse` decides about each change first. */
function serve(verdicts: SweepVerdict[] = [], refuse: Refuse = () => null) {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    if (path.endsWith('/concerns/known')) return Response.json(KNOWN);
    if (method === 'GET') return Response.json({ week: WEEK, verdicts, watched: [], seen: [] });
    const asked = { method, path: path.replace('/api/records/', ''), body: JSON.parse(String(body ?? 'null')) };
    sent.push(asked);
    const refusal = refuse(asked);
    if (refusal) return refusal;
    if (method === 'DELETE') {
      verdicts.length = 0;
      return new Response(null, { status: 204 });
    }
    if (path.endsWith('/patterns')) return Response.json({ ...asked.body, ...PATTERN_KEPT });
    const kept = verdictOf({ ...verdicts[0], ...asked.body });
    verdicts.splice(0, 1, kept);
    return Response.json(kept);
  });
  return sent;
}
const KEPT = {
  ...{ revision: 1, createdAt: '2026-12-14T07:42:00', createdBy: 'p-amaro' },
  ...{ updatedAt: '2026-12-14T07:42:00', updatedBy: 'p-amaro' },
};
const PATTERN_KEPT = { ...KEPT, patternId: 'P-0007', status: 'open', closedWhy: '' };
const verdictOf = (fields: Partial<SweepVerdict>): SweepVerdict => ({
  ...{ verdictId: 'V-0001', kind: 'spike', candidateKey: '', week: WEEK, category: 'theft-from-vehicle', code: null },
  ...{ groupIds: ['eastbank'], title: 'Theft from vehicle, Eastbank', sentence: 'Unusual.', choice: 'dismiss' },
  ...{ reason: '', watchFrom: null, patternId: null, sentTo: [], ...KEPT, ...fields },
});

const CALLS = [call('a'), call('b')];

/** The block as the screen shows it; the button takes it away and brings it back, as another candidate would. */
function Screen({ of, kept }: { of: Candidate; kept: string[] }) {
  const sweep = useSweep(WEEK);
  const [isHere, setHere] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setHere(!isHere)}>
        Elsewhere
      </button>
      {isHere && (
        <VerdictBlock
          subject={{ candidate: of, week: WEEK, groupIds: ['eastbank', 'pell-street'], calls: CALLS, figure: null }}
          areCallsRead
          sweep={sweep}
          onKept={(verdict, then) => kept.push(`${verdict.choice} ${then}`)}
          onTakeBack={sweep.takeBack}
        />
      )}
    </>
  );
}

async function showBlock(of: Candidate, role: Role = 'analyst', width = 384) {
  const kept: string[] = [];
  const host = await showScreen(() => <Screen of={of} kept={kept} />, role, width);
  return { host, kept };
}
afterEach(() => vi.unstubAllGlobals());

const radio = (name: RegExp) => page.getByRole('radio', { name });
const save = () => page.getByRole('button', { name: 'Save and open next' });

test.each([384, 390])('at %i three keys dismiss with a reason, and the officer of the group is told', async (width) => {
  const of = candidate();
  const sent = serve();
  const { host, kept } = await showBlock(of, 'analyst', width);
  await expect.element(page.getByRole('button', { name: 'Do not send to CRO Whitlock, Eastbank' })).toBeVisible();
  await userEvent.keyboard('d2');
  await expect.element(radio(/Dismiss/)).toBeChecked();
  await expect.element(page.getByRole('button', { name: 'Known event' })).toHaveAttribute('aria-pressed', 'true');
  await expectNoAxeFaults(host);
  expect(host.scrollWidth).toBeLessThanOrEqual(width);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => kept).toEqual(['dismiss open-next']);
  expect(sent).toMatchObject([
    {
      ...{ method: 'POST', path: 'sweep/verdicts' },
      body: { candidateKey: of.candidateKey, choice: 'dismiss', reason: 'Known event', sendTo: ['p-whitlock'] },
    },
  ]);
  await expect.element(page.getByText('Dismissed', { exact: true })).toBeVisible();
  await expectNoAxeFaults(host);
});

test('letters typed as a reason choose nothing, and without a reason nothing is dismissed', async () => {
  const sent = serve();
  await showBlock(candidate());
  await userEvent.keyboard('d');
  await expect.element(save()).toHaveAttribute('title', expect.stringContaining('Say why it is dismissed'));
  await userEvent.keyboard('{Enter}');
  expect(sent).toEqual([]);
  await userEvent.fill(page.getByRole('textbox', { name: 'Reason' }), 'p');
  page.getByRole('textbox', { name: 'Reason' }).element().focus();
  await userEvent.keyboard('wd1');
  await expect.element(radio(/Dismiss/)).toBeChecked();
  await expect.element(page.getByRole('textbox', { name: 'Reason' })).toHaveValue('pwd1');
});

test('watching begins one above the usual range; who is told can be taken away and added', async () => {
  const sent = serve();
  await showBlock(candidate());
  await userEvent.keyboard('w');
  await expect.element(page.getByRole('textbox', { name: 'Marked from this many calls on' })).toHaveValue('10');
  await userEvent.fill(page.getByRole('textbox', { name: 'Marked from this many calls on' }), 'many');
  await expect.element(save()).toHaveAttribute('title', expect.stringContaining('A whole number of calls'));
  await userEvent.fill(page.getByRole('textbox', { name: 'Marked from this many calls on' }), '12');
  await userEvent.click(page.getByRole('button', { name: 'Do not send to CRO Whitlock, Eastbank' }));
  await expect.element(page.getByText('Nobody is told.')).toBeVisible();
  await expect.element(page.getByText('Pell Street: no liaison officer.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Add' }));
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Whom else to tell' }), 'CRO Amaro');
  await userEvent.click(page.getByRole('button', { name: 'Add' }));
  await userEvent.click(page.getByRole('button', { name: 'Save', exact: true }));
  await expect.element(page.getByText('Shows again next Monday, marked from 12 on.')).toBeVisible();
  expect(sent).toMatchObject([{ body: { choice: 'watch', watchFrom: 12, sendTo: ['p-amaro'] } }]);
});

test('where somebody else decided meanwhile both stand there, and either can be kept', async () => {
  const of = candidate();
  const theirs = verdictOf({ candidateKey: of.candidateKey, choice: 'watch', reason: 'City asked to clear' });
  const verdicts: SweepVerdict[] = [];
  const sent = serve(verdicts, ({ method }) => {
    if (method !== 'POST') return null;
    verdicts.push(theirs);
    return Response.json({ detail: 'It was judged', current: theirs }, { status: 409 });
  });
  const { host, kept } = await showBlock(of);
  await userEvent.keyboard('d3{Enter}');
  await expect.element(page.getByText('CRO Amaro has decided about this')).toBeVisible();
  await expect.element(page.getByText('Watch: City asked to clear.')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Reason' })).toHaveValue('Recording change');
  await expectNoAxeFaults(host);
  await userEvent.click(page.getByRole('button', { name: 'Put mine in its place' }));
  await expect.poll(() => kept).toEqual(['dismiss open-next']);
  expect(sent.at(-1)).toMatchObject({ method: 'PUT', path: 'sweep/verdicts/V-0001', body: { revision: 1 } });
});

test('a server that cannot be reached says so; the draft waits where one comes back to it', async () => {
  let isDown = true;
  const sent = serve([], () => {
    if (isDown) throw new TypeError('Failed to fetch');
    return null;
  });
  await showBlock(candidate());
  await userEvent.keyboard('d4{Enter}');
  await expect.element(page.getByText(/The server cannot be reached/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Elsewhere' }));
  await expect.element(radio(/Dismiss/)).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Elsewhere' }));
  await expect.element(page.getByRole('textbox', { name: 'Reason' })).toHaveValue('Filed twice');
  isDown = false;
  await userEvent.click(save());
  await expect.element(page.getByText('Dismissed', { exact: true })).toBeVisible();
  expect(sent).toHaveLength(2);
});

test('a pattern is made once, though its verdict needs a second try', async () => {
  let isFirst = true;
  const sent = serve([], ({ path }) => {
    if (!path.startsWith('sweep') || !isFirst) return null;
    isFirst = false;
    return Response.json({ detail: 'The database is away' }, { status: 503 });
  });
  const { kept } = await showBlock(candidate());
  await userEvent.keyboard('p{Enter}');
  await expect.element(page.getByText(/The database is away/)).toBeVisible();
  await expect.element(page.getByText(/P-0007 is made already/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Make it and open it' }));
  await expect.poll(() => kept).toEqual(['pattern stay']);
  expect(sent.map(({ path }) => path)).toEqual(['patterns', 'sweep/verdicts', 'sweep/verdicts']);
  expect(sent[0]?.body).toMatchObject({
    ...{ source: 'spike', groupIds: ['eastbank', 'pell-street'], release: 'internal' },
    calls: [
      { callId: 'a', kept: true },
      { callId: 'b', kept: true },
    ],
  });
  expect(sent.at(-1)?.body).toMatchObject({ choice: 'pattern', patternId: 'P-0007' });
});

test('a verdict is taken back; who may only read sees it and its reason, and no form', async () => {
  const of = candidate();
  const told = [{ personId: 'p-whitlock', name: 'CRO Whitlock', at: KEPT.createdAt }];
  const standing = verdictOf({ candidateKey: of.candidateKey, reason: 'Weather', sentTo: told });
  const sent = serve([standing]);
  const reader = await showBlock(of, 'officer');
  await expect.element(page.getByText('Weather')).toBeVisible();
  await expect.element(page.getByText('Sent to CRO Whitlock.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Take back' })).not.toBeInTheDocument();
  await userEvent.keyboard('d');
  await expect.element(radio(/Dismiss/)).not.toBeInTheDocument();
  await expectNoAxeFaults(reader.host);
  await showBlock(of, 'coordinator');
  await userEvent.click(page.getByRole('button', { name: 'Take back' }));
  await expect.element(radio(/Dismiss/)).toBeVisible();
  expect(sent).toMatchObject([{ method: 'DELETE', path: 'sweep/verdicts/V-0001?revision=1' }]);
});
