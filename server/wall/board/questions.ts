import { shortDate } from '#analysis/shared/day-words.ts';
import type { WallDutyKind } from '#data/schema/wall.ts';
import type { WallQuestion } from '#server/store/wall-codes.ts';
import type { PictureSeries } from './call-picture.ts';
import type { JudgedCalls } from './keep-calls.ts';
import type { UncodedRecords } from './record-duties.ts';

const USUAL_LAYER = 'groups'; // of the desk: an address need not name it

const OF_DUTIES: Record<WallDutyKind, WallQuestion> = {
  concerns: { address: '/duties/command', words: 'Concerns past their answer date' },
  referrals: { address: '/referrals', words: 'Referrals without an answer' },
  groups: { address: '/duties', words: 'Groups not reached this quarter' },
  escalations: { address: '/escalations', words: 'Escalations waiting' },
};

/** Where each duty of the wall is looked at with its rows. */
export const dutyQuestions = ({ duties }: Pick<UncodedRecords, 'duties'>): WallQuestion[] =>
  duties.map(({ kind }) => OF_DUTIES[kind]);

/** Where each series of the wall is: a spike's panel, or the city's calls of one kind. */
export const seriesQuestions = (
  { layer, picture }: Pick<JudgedCalls, 'layer' | 'picture'>,
  all: readonly PictureSeries[],
): WallQuestion[] =>
  all.map(({ key, areaId, area, category, label }) => {
    const week = picture.week === null ? '' : `, week of ${shortDate(picture.week)}`;
    const within = layer === USUAL_LAYER ? '' : `in=${layer}&`;
    const address = areaId === null ? `/?kinds=${category}` : `/spikes?${within}series=${encodeURIComponent(key)}`;
    return { address, words: `${area}, ${label.toLowerCase()}${week}` };
  });
