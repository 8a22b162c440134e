import { expect, test } from 'vitest';
import type { RegisterChoices } from '#data/schema/records/register-answers.ts';
import { fromWarning, newDraft } from '#web/records/register/draft.ts';

const choices: RegisterChoices = {
  ...{ today: '2026-12-14', me: { personId: 'p-corbin', role: 'coordinator' }, surveyLeastAnswers: 25 },
  ...{ people: [], groups: [], concerns: [] },
};

test('a survey begins with the fewest answers that the department chose', () => {
  expect(newDraft('survey-wave', choices, null).fields.leastAnswers).toBe(25);
  expect(newDraft('project', choices, null).fields).not.toHaveProperty('leastAnswers');
});

test('an entry begins today, in its first state, owned by who writes it unless it is somebody else’s by its nature', () => {
  expect(newDraft('project', choices, 'eastbank')).toMatchObject({
    ...{ status: 'scanning', ownerId: 'p-corbin', happenedOn: '2026-12-14', groupId: 'eastbank' },
  });
  expect(newDraft('liaison', choices, null).ownerId).toBeNull();
});

test('a potential problem begun from a warning keeps the rule and every row that it rests on, each once', () => {
  const evidence = {
    ...{ signal: 'concerns' as const, rule: '3 in 60 days', baseline: '1 in the 180 before', period: '60 days' },
  };
  const warned = fromWarning(newDraft('potential-problem', choices, null), {
    ...{ subject: 'eastbank\nnoise', groupId: 'eastbank', group: 'Eastbank', category: 'noise', tail: 0.05 },
    evidence: [
      { ...evidence, rows: ['C-1', 'C-2'] },
      { ...evidence, signal: 'old-open', rule: '1 open longer than 60 days', rows: ['C-2', 'C-3'] },
    ],
  });
  expect(warned).toMatchObject({ groupId: 'eastbank', title: 'Noise, Eastbank', concernIds: ['C-1', 'C-2', 'C-3'] });
  expect(warned.fields).toMatchObject({
    ...{ source: 'early-warning', rule: '3 in 60 days; 1 open longer than 60 days' },
  });
});
