import { expect, test } from 'vitest';
import { systemActing } from '#server/store/record-store.ts';
import { setting } from '#server/store/tables/people.ts';
import { actingAs, freshStore, NOW } from '#test/fixture/record-desk.ts';
import { openRegister } from '#test/fixture/register-desk.ts';

const store = await freshStore();
const { ask } = await openRegister(store);

test('a new survey is offered the fewest answers that the department chose', async () => {
  const offered = async () =>
    (await ask(actingAs('coordinator'), 'GET', '/api/records/register-choices')).json.surveyLeastAnswers;
  expect(await offered()).toBe(10);
  await store.as(systemActing(NOW), (tx) => tx.insert(setting).values({ key: 'surveyLeastAnswers', value: 25 }));
  expect(await offered()).toBe(25);
});
