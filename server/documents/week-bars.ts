import type { ReportCalls } from '#data/schema/records/report-view.ts';

const BAR = 9;
const STEP = 12;
const HEIGHT = 44;
const LOWEST_TOP = 6; // calls: one or two a week must not look like a tower

/**
 * Calls a week as bars on their usual range, for paper: the range is a pale ground, a week outside of it is black, and
 * a dashed line is the day the concern was heard. The words beside it say the same.
 */
export function weekBars({ weeks, heardOn }: ReportCalls, label: string): string {
  const largest = Math.max(LOWEST_TOP, ...weeks.map(({ count, high }) => Math.max(count, high ?? 0)));
  const tall = (count: number) => Math.round((count / largest) * HEIGHT * 10) / 10;
  const ranges = weeks.flatMap(({ low, high }, at) =>
    low === null || high === null
      ? []
      : [
          `<rect x="${at * STEP}" y="${HEIGHT - tall(high)}" width="${STEP}" height="${Math.max(1, tall(high) - tall(low))}" fill="#dcdcdc"/>`,
        ],
  );
  const bars = weeks.map(({ count, low, high }, at) => {
    const isOut = low !== null && high !== null && (count < low || count > high);
    const [y, height] = [HEIGHT - tall(count), tall(count)];
    return `<rect x="${at * STEP + 1.5}" y="${y}" width="${BAR}" height="${height}" fill="${isOut ? '#111' : '#767676'}"/>`;
  });
  const heard = weeks.findLastIndex(({ week }) => week <= heardOn);
  const line =
    heard < 0
      ? ''
      : `<path d="M${heard * STEP} 0V${HEIGHT}" stroke="#111" stroke-width="1" stroke-dasharray="2 2" fill="none"/>`;
  const width = weeks.length * STEP;
  return `<svg role="img" aria-label="${label}" width="${width}" height="${HEIGHT + 1}" viewBox="0 0 ${width} ${HEIGHT + 1}">${ranges.join('')}${bars.join('')}${line}<path d="M0 ${HEIGHT + 0.5}H${width}" stroke="#767676" stroke-width="1"/></svg>`;
}
