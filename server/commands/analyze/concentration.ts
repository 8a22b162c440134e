import { z } from 'zod';
import {
  CONCENTRATION_CAVEAT,
  CONCENTRATION_CONVENTION,
  findConcentration,
} from '#analysis/concentration/concentration.ts';
import { toDayNumber } from '#analysis/shared/days.ts';
import { UsageError } from '#server/errors.ts';
import { asking, positive } from './asking.ts';
import { placesOfAreas, placesOfCells, placesOfPoints } from './concentration-places.ts';
import { given, MINUTES_A_DAY, wholeAnswer } from './plain-answer.ts';

const count = z.number().int().positive();

const Options = z.strictObject({
  places: z.enum(['areas', 'cells', 'points']).optional(), // default: the areas where there are any
  cellMeters: positive.optional(),
  placesInAll: count.optional(), // points with and without calls
  splitOn: z.iso.date().optional(), // calls before it choose the top places
  topShare: z.number().gt(0).max(1).optional(),
  mostPoints: count.optional(),
});

const CELL_METERS = 250;

/** Calls by place; those in no place are told. */
export const concentration = asking(
  Options,
  (input, { places: asked, cellMeters = CELL_METERS, placesInAll = 0, splitOn, ...options }) => {
    if (splitOn !== undefined && !input.hasTime)
      throw new UsageError('splitOn needs --time, the column with the time a call was received');
    const kind = asked ?? (input.areas.length > 0 ? 'areas' : 'points');
    const places =
      kind === 'areas'
        ? placesOfAreas(input)
        : kind === 'cells'
          ? placesOfCells(input, cellMeters)
          : placesOfPoints(input, placesInAll);
    const calls = new Uint32Array(places.count);
    const earlier = new Uint32Array(places.count);
    const split = splitOn === undefined ? -Infinity : toDayNumber(splitOn) * MINUTES_A_DAY;
    let beyond = 0;
    places.placeOf.forEach((place, row) => {
      const counts = (input.calls.received[row] ?? 0) < split ? earlier : calls;
      if (place < 0) beyond++;
      else counts[place] = (counts[place] ?? 0) + 1;
    });
    const found = findConcentration(
      { calls, ...(splitOn === undefined ? {} : { earlier }), ...(places.km2 === null ? {} : { km2: places.km2 }) },
      given(options),
    );
    const leftOut = [
      ...(beyond > 0 ? [{ what: `${beyond} calls`, reason: kind === 'points' ? 'no-place' : 'beyond-places' }] : []),
      ...found.leftOut,
    ];
    const made = { places: kind, ...(kind === 'cells' ? { cellMeters } : {}), splitOn: splitOn ?? '' };
    return {
      ...wholeAnswer(input, { ...found, leftOut, options: { ...found.options, ...made } }),
      convention: CONCENTRATION_CONVENTION,
      caveat: CONCENTRATION_CAVEAT,
    };
  },
);
