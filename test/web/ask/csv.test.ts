import { expect, test } from 'vitest';
import { toCsv } from '#web/ask/csv.ts';

// Quoting rules: RFC 4180, section 2.
test('commas, quotes and line breaks are quoted, and nothing else', () => {
  expect(
    toCsv(
      ['a', 'b'],
      [
        ['x,y', 'say "hi"'],
        ['two\nlines', 3],
      ],
    ),
  ).toBe('a,b\r\n"x,y","say ""hi"""\r\n"two\nlines",3\r\n');
});

// Formula injection: OWASP, "CSV Injection".
test('a cell that a spreadsheet would run is made text; a negative number stays a number', () => {
  expect(
    toCsv(
      ['place', 'lon'],
      [
        ['=cmd()', -82.5],
        ['@x', null],
        ['-5 Main', true],
      ],
    ),
  ).toBe("place,lon\r\n'=cmd(),-82.5\r\n'@x,\r\n'-5 Main,true\r\n");
});
