import { expect, test } from 'vitest';
import type { BulletinContent } from '#server/bulletin/bulletin-content.ts';
import { bulletinPage } from '#server/bulletin/bulletin-page.ts';
import { sheetsOf } from '#server/bulletin/sheets.ts';
import { findChromium } from '#server/documents/find-chromium.ts';
import { pageFont } from '#server/documents/page-font.ts';
import { printPdf } from '#server/documents/print-pdf.ts';

/** As wide as names come in a city: two groups in every row, a street of thirty letters in every third. */
const content = (cases: number, withKind: boolean): BulletinContent => ({
  label: { name: 'Sensitive', rule: 'Police only. Do not post, copy or pass on. Shred when done.' },
  title: 'Trespassing around the old foundry',
  about: 'Hot spot · P-0002 · November 12 to December 2, 2026 · Foundry Street Traders',
  state: 'Draft of December 14, 2026, 7:42 am, not sent.',
  parts: ['What', 'Where', 'When', 'How'].map((heading) => ({
    heading,
    text: 'People within the fence of the old works, seen from the street.',
  })),
  advice: 'Pass at nine and again at two, and ask the owner to close the gap.',
  hours: { counts: new Array<number>(168).fill(1), boxed: new Set([9, 10]), note: 'Boxed: every day, 9 to 11 am.' },
  counts: `${cases} cases, all trespass. First: Thu, Nov 12, 9:04 am; last: Tue, Dec 1, 1:37 pm. 4 calls looked at and left out.`,
  table: {
    columns: ['no', 'received', 'time', ...(withKind ? (['kind'] as const) : []), 'block', 'group', 'call'],
    rows: Array.from({ length: cases }, (_, i) => ({
      no: String(i + 1),
      received: 'Wed, Nov 18',
      time: '12:35 pm',
      kind: 'Theft from vehicle',
      block: i % 3 === 0 ? '12600 blk North Meadowbrook Terrace' : '1600 blk Snowden Street',
      group: i % 2 === 0 ? 'Foundry Street Traders, Southbank' : 'Cedar Hollow Mobile Home Park, Linden Flats',
      call: 'A26-0043443',
    })),
  },
  mapLabel: 'Map',
  mapNote: 'Black line: group boundary.',
  notes: [
    'Made by Analyst Nakamura, December 14, 2026, 7:42 am, from calls up to December 14, 2026. A call is no proof.',
  ],
  foot: 'Pattern P-0002, draft',
});
const map = {
  svg: '<svg width="352" height="292" viewBox="0 0 352 292"><rect width="352" height="292"/></svg>',
  width: 352,
  height: 292,
  note: '',
};

test.skipIf(findChromium() === null)('the pages that are planned are the pages that are printed', async () => {
  for (const [cases, withKind] of [
    [8, false],
    [10, true],
    [14, false],
    [45, true],
  ] as const) {
    const planned = content(cases, withKind);
    const html = bulletinPage(
      { content: planned, map, copy: 'Analyst Nakamura, December 14, 2026, 7:42 am' },
      await pageFont(),
    );
    const pdf = await printPdf(html, 'Sensitive. P-0002');
    const pages = Number(/\/Type\s*\/Pages[^>]*?\/Count\s+(\d+)/.exec(pdf.toString('latin1'))?.[1]);
    expect({ cases, withKind, pages }).toEqual({ cases, withKind, pages: 1 + sheetsOf(planned).more.length });
  }
});
