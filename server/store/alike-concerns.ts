import { sql } from 'drizzle-orm';
import { ALIKE_OPTIONS, findAlike, type Told } from '#analysis/alike/alike.ts';
import { toDayNumber } from '#analysis/shared/days.ts';
import type { AlikeConcern, AlikeQuestion } from '#data/schema/records/concern-filing.ts';
import { middleOf } from './concern-groups.ts';
import { summaryOf } from './concern-list.ts';
import type { Tx } from './record-store.ts';
import { concern } from './tables/concerns.ts';

const CANDIDATES = 200;
const REACH_DEGREES = 0.006; // above 400 m wherever people live

/** Likely duplicates: candidates by nearness or by trigrams (`pg_trgm`), weighed by `analysis/alike`. */
export async function alikeConcerns(tx: Tx, asked: AlikeQuestion): Promise<AlikeConcern[]> {
  const middle = asked.place && middleOf(asked.place);
  const day = asked.heardAt.slice(0, 10);
  const close = middle
    ? sql`(abs((${concern.place} #>> '{coordinates,0}')::float - ${middle[0]}) < ${REACH_DEGREES}
        and abs((${concern.place} #>> '{coordinates,1}')::float - ${middle[1]}) < ${REACH_DEGREES})`
    : sql`false`;
  const rows = await tx
    .select()
    .from(concern)
    .where(
      sql`${concern.heardAt}::date between ${day}::date - ${ALIKE_OPTIONS.reachDays}::int and ${day}::date + ${ALIKE_OPTIONS.reachDays}::int
        and ${concern.duplicateOf} is null and ${concern.concernId} <> ${asked.besides ?? ''}
        and (similarity(${concern.words}, ${asked.words}) > 0.12
          or case when ${concern.place} ->> 'type' = 'Point' then ${close} else ${concern.place} is not null end
          or (${asked.placeWords} <> '' and similarity(${concern.placeWords}, ${asked.placeWords}) > 0.4))`,
    )
    .orderBy(sql`similarity(${concern.words}, ${asked.words}) desc`, concern.concernId)
    .limit(CANDIDATES);
  const told: Told = { ...asked, place: middle, day: toDayNumber(day) };
  const known = rows.map((row) => ({
    ...{ concernId: row.concernId, placeWords: row.placeWords, category: row.category, words: row.words },
    summary: summaryOf(row),
    place: row.place && middleOf(row.place),
    day: toDayNumber(row.heardAt.slice(0, 10)),
  }));
  return findAlike(told, known).map(({ known: { concernId, summary, placeWords }, score, reasons }) => ({
    ...{ concernId, summary, placeWords, score, reasons },
  }));
}
