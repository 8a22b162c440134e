import { afterAll, beforeAll, describe } from 'vitest';
import { dutyJourneys } from './duties.ts';
import { openRecordsDesk, type RecordsDesk } from './records-desk.ts';
import { reportJourneys } from './reports.ts';

let desk: RecordsDesk;
const theDesk = () => desk;

beforeAll(async () => {
  desk = await openRecordsDesk();
});
afterAll(() => desk?.close());

describe('duties', () => dutyJourneys(theDesk));
describe('reports', () => reportJourneys(theDesk));
