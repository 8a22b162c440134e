import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '#web/ui/tokens.css';
import '#web/ui/base.css';
import type { NearRepeatBand } from '#analysis/near-repeat/judge-bands.ts';
import { show } from '#test/fixture/show.tsx';
import { BandTable } from '#web/methods/near-repeat/band-table.tsx';

const band = (said: Partial<NearRepeatBand>): NearRepeatBand => ({
  ...{ kind: 'band', fromMeters: 0, toMeters: 0, fromDays: 0, toDays: 7 },
  ...{ observed: 3, expected: 2, ratio: 1.5, p: 0.2 },
  ...said,
});

test('bands stand by distance and time, and those that chance hardly gives are bold', async () => {
  const host = await show(
    <BandTable
      clear={0.01}
      bands={[
        band({ observed: 0, ratio: null, p: 1 }),
        band({ fromDays: 7, toDays: 14 }),
        band({ toMeters: 100, observed: 48, ratio: 4.36, p: 0.001 }),
        band({ toMeters: 100, fromDays: 7, toDays: 14 }),
      ]}
    />,
  );
  const rows = page
    .getByRole('row')
    .elements()
    .map((row) => row.textContent);
  expect(rows).toEqual(['Apart0–7 days7–14 days', 'Same place(0)1.50 (3)', '0–100 m4.36 (48)1.50 (3)']);
  expect([...host.querySelectorAll('strong')].map((bold) => bold.textContent)).toEqual(['4.36 (48)']);
  const { violations } = await axe.run(host);
  expect(violations.map(({ id }) => id)).toEqual([]);
});
