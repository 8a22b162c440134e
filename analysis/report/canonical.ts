import type { Report } from '#data/schema/records/report.ts';

/**
 * What is hashed when a report is sent: all that it says, with keys in order, so that the same report has the
 * same hash wherever it was kept meanwhile. Its receipt is not part of it.
 */
export const canonicalReport = (report: Report): string =>
  JSON.stringify(
    inOrder({
      reportId: report.reportId,
      kind: report.kind,
      subject: report.subject,
      from: report.from,
      to: report.to,
      summary: report.summary,
      parts: report.parts,
      sentAt: report.sentAt,
      sentBy: report.sentBy,
      amends: report.amends,
    }),
  );

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, held]) => [key, inOrder(held)]));
}
