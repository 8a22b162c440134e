import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { briefingJourneys } from './briefing.ts';
import { concernJourneys } from './concerns.ts';
import { dutyJourneys } from './duties.ts';
import { publicPageJourneys } from './public-pages.ts';
import { quarterEndJourneys } from './quarter-end.ts';
import { openRecordsDesk, type RecordsDesk, secondsOf, spentOn } from './records-desk.ts';
import { refusalJourneys } from './refusals.ts';
import { reportJourneys } from './reports.ts';
import { wallCodeJourneys } from './wall-code.ts';

let desk: RecordsDesk;
const theDesk = () => desk;

beforeAll(async () => {
  desk = await openRecordsDesk();
});
afterAll(() => desk?.close());

describe('duties', () => dutyJourneys(theDesk));
describe('from the wall to the desk', () => wallCodeJourneys(theDesk)); // after the duties: it acknowledges what they count
describe('reports', () => reportJourneys(theDesk));
describe('refusals', () => refusalJourneys(theDesk));
describe('a meeting tonight', () => briefingJourneys(theDesk));
describe('what anybody may read', () => publicPageJourneys(theDesk)); // the page of that meeting among them
describe('concerns', () => concernJourneys(theDesk)); // after them: what it files changes the quarter's figures
describe('the end of the quarter', () => quarterEndJourneys(theDesk)); // last: it moves the clock

describe('the minutes of the journeys', () => {
  test.each([
    ['O3', 10],
    ['C3', 20],
    ['K1', 15],
    ['K3', 30],
  ])('%s: what it asks of a hand leaves at least half of its %i minutes for reading', (journey, minutes) => {
    const seconds = secondsOf(spentOn(journey));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan((minutes * 60) / 2);
  });
});
