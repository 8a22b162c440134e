import { beforeAll, expect, test } from 'vitest';
import { PERMISSIONS } from '#data/schema/permissions.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(concernRecordRoutes(store));
beforeAll(() => buildTown(store));

test('II Policy: a member of any police role files a concern in one sending, with words and nothing else filled in', async () => {
  expect(PERMISSIONS['concern.file'].length).toBeGreaterThanOrEqual(6);
  for (const role of PERMISSIONS['concern.file']) {
    const bare = aFiling({
      words: `Heard by ${role}`,
      place: null,
      placeWords: '',
      placeConfidence: 'words-only',
      efforts: '',
      category: null,
    });
    const { status, json } = await ask(actingAs(role), 'POST', '/api/records/concerns', bare);
    expect([role, status]).toEqual([role, 201]);
    expect(json.concern).toMatchObject({ filedBy: `p-${role}`, words: `Heard by ${role}`, status: 'new' });
  }
});
