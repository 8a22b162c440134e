import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ComparedGroup } from '#analysis/fair/fair.ts';
import { compareFairly, FAIR_CAVEAT, FAIR_CONVENTION } from '#analysis/fair/fair.ts';
import { comparisonInWords, ownPastInWords, refusalInWords } from '#analysis/fair/said.ts';
import type { Comparison, OwnPast } from '#data/schema/records/comparison.ts';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { CompareScreen } from '#web/records/compare/compare-screen.tsx';

const DAYS = { from: '2026-09-14', to: '2026-12-13' };
const aGroup = (groupId: string, name: string, changes: Partial<ComparedGroup> = {}): ComparedGroup => ({
  ...{ groupId, name, kind: 'association', residents: 6715, addresses: 3423, calls: 120, ...DAYS },
  ...changes,
});
const EASTBANK = aGroup('eastbank', 'Eastbank');
const SOUTHBANK = aGroup('southbank', 'Southbank', { residents: 6560, calls: 64 });
const SHOPS = aGroup('foundry-street', 'Foundry Street Traders', { kind: 'business', residents: 315, addresses: 154 });

/** What the server would answer, by the same guard. */
function answerFor(groups: readonly ComparedGroup[], category = 'noise', label = 'Noise'): Comparison {
  const question = { category, label, sharedGround: 0 };
  const { findings, leftOut, options } = compareFairly(groups, question);
  const [found] = findings;
  const own = groups.map(({ groupId, name, kind, residents, addresses, calls }): OwnPast => {
    const range = { usual: { low: 90, high: 130 }, against: 'as-usual', leastShown: 0 } as const;
    return {
      ...{ groupId, name, kind, residents, addresses, calls, usual: range.usual, against: range.against },
      sentence: ownPastInWords({ name, calls }, label, range),
      boundary: { validFrom: '2026-11-01', isNewer: groupId === 'eastbank' },
    };
  });
  return {
    ...{ category, label, ...DAYS, groups: own, sharedGround: 0, caveat: FAIR_CAVEAT, convention: FAIR_CONVENTION },
    compared: found ? { ...found, sentence: comparisonInWords(found, label), level: 0.95 } : null,
    refusals: leftOut.map(({ reason }) => refusalInWords(reason, groups, question, options)),
    source: { titles: ['Calls for service'], cutoffLocal: '2026-12-14T05:34:00', askedTo: null },
  };
}

const answerWith = (answer: unknown, status = 200) => {
  const asked: string[] = [];
  const listed = [EASTBANK, SHOPS, SOUTHBANK].map(({ groupId, name, kind, residents, addresses }) => ({
    ...{ groupId, name, kind, residents, addresses, district: null, liaisonId: null, meetingPattern: '' },
    ...{ attendTargetPercent: 75, language: 'en', status: 'active', lastContactAt: null, revision: 1 },
    ...{ createdAt: '2026-01-01T09:00:00', createdBy: 'x', updatedAt: '2026-01-01T09:00:00', updatedBy: 'x' },
  }));
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return path.includes('/comparison') ? Response.json(answer, { status }) : Response.json(listed);
  });
  return asked;
};
const show = (address: string, width = 1280) =>
  showScreenAt({ screen: CompareScreen, path: '/compare', address }, 'officer', width);
const faults = async (host: HTMLElement) =>
  (await axe.run(host)).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
afterEach(() => vi.unstubAllGlobals());

test.each([1280, 390])(
  'at %i px the answer stands first, then both intervals on one axis, then the rows',
  async (width) => {
    answerWith(answerFor([EASTBANK, SOUTHBANK]));
    const host = await show('/compare?a=eastbank&b=southbank', width);
    await expect.element(page.getByText(/Eastbank had more calls about noise than Southbank for each/)).toBeVisible();
    const said = host.textContent ?? '';
    expect(said.indexOf('Eastbank had more')).toBeLessThan(said.indexOf('line: where the true rate may lie'));
    expect(said).toContain('120 calls about noise, as usual for it (90 to 130).');
    expect(said).toContain('Its boundary was redrawn on Nov 1, 2026');
    expect(said).toContain(FAIR_CAVEAT);
    expect(said).not.toMatch(/worst|worse|rank/i);
    await expect.element(page.getByRole('img', { name: /Rates of both groups with their limits/ })).toBeVisible();
    await expect.element(page.getByRole('row', { name: /Southbank 64.* 6,560 9\.8/ })).toBeInTheDocument();
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
    expect(await faults(host)).toEqual([]);
  },
);

test('unlike places are refused in words, with what may be asked instead, and no axis puts them side by side', async () => {
  answerWith(answerFor([EASTBANK, SHOPS]));
  const host = await show('/compare?a=eastbank&b=foundry-street');
  await expect.element(page.getByRole('heading', { name: 'These are not compared' })).toBeVisible();
  await expect.element(page.getByText(/is a place of business and Eastbank a place where people live/)).toBeVisible();
  await expect.element(page.getByText('Choose two groups of homes, or two business groups.')).toBeVisible();
  await expect.element(page.getByText('120 calls about noise, as usual for it (90 to 130).').first()).toBeVisible();
  expect(host.querySelector('[role="img"]')).toBeNull();
  expect(await faults(host)).toEqual([]);
});

test('three groups are asked for as they were named, and answered each by its own past', async () => {
  const asked = answerWith(answerFor([EASTBANK, SOUTHBANK, SHOPS]));
  await show('/compare?a=eastbank&b=southbank&c=foundry-street&category=burglary');
  await expect.element(page.getByText(/Three or more places side by side make a ranking/)).toBeVisible();
  const [question] = asked.filter((path) => path.includes('/comparison'));
  expect(new URLSearchParams(question?.split('?')[1]).get('groups')).toBe('eastbank,southbank,foundry-street');
  expect(page.getByRole('combobox').elements()).toHaveLength(3);
});

test('two are picked from the list, by keyboard or by hand, and the address holds the question', async () => {
  const asked = answerWith(answerFor([EASTBANK, SOUTHBANK]));
  await show('/compare');
  await expect.element(page.getByText('Choose two groups to set side by side.')).toBeVisible();
  await page.getByLabelText('Group', { exact: true }).selectOptions('Eastbank');
  await page.getByLabelText('Beside').selectOptions('Southbank');
  await page.getByLabelText('Calls about').selectOptions('Burglary');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect.element(page.getByText(/Eastbank had more calls/)).toBeVisible();
  const last = asked.findLast((path) => path.includes('/comparison')) ?? '';
  expect(last).toContain('groups=eastbank%2Csouthbank');
  expect(last).toContain('category=burglary');
});

test.each([
  [403, 'Counts by group are not open to your role', 0],
  [422, 'These days, or this kind, cannot be counted', 0],
  [500, 'These groups could not be compared', 1],
])('an answer of %i is told as “%s”', async (status, title, retries) => {
  answerWith({ detail: 'Why it is so.' }, status);
  await show('/compare?a=eastbank&b=southbank');
  await expect.element(page.getByText(title)).toBeVisible();
  expect(page.getByRole('button', { name: 'Try again' }).elements()).toHaveLength(retries);
});
