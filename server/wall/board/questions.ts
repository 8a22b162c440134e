import type { WallDutyKind } from '#data/schema/wall.ts';
import type { WallQuestion } from '#server/store/wall-codes.ts';
import type { UncodedRecords } from './record-duties.ts';

const OF_DUTIES: Record<WallDutyKind, WallQuestion> = {
  concerns: { address: '/duties/command', words: 'Concerns past their answer date' },
  referrals: { address: '/referrals', words: 'Referrals without an answer' },
  groups: { address: '/duties', words: 'Groups not reached this quarter' },
  escalations: { address: '/escalations', words: 'Escalations waiting' },
};

/** Where each duty of the wall is looked at with its rows. */
export const dutyQuestions = ({ duties }: Pick<UncodedRecords, 'duties'>): WallQuestion[] =>
  duties.map(({ kind }) => OF_DUTIES[kind]);
