import { z } from 'zod';

const LocalDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const LonLat = z.tuple([z.number(), z.number()]);

/**
 * What the analyst asked to see: one object, kept in the address of the page. Every
 * list is empty when it does not narrow anything.
 */
export const Filter = z.object({
  from: LocalDate, // inclusive
  to: LocalDate, // inclusive
  origin: z.enum(['public', 'officer', 'all']).default('public'),
  categories: z.array(z.string()).default([]),
  types: z.array(z.string()).default([]),
  layer: z.string().default('groups'), // which boundaries we count by
  areas: z.array(z.string()).default([]), // areaIds of that layer
  weekdays: z.array(z.number().int().min(0).max(6)).default([]), // Monday is 0
  hours: z.array(z.number().int().min(0).max(23)).default([]),
  hourOfWeek: z.array(z.number().int().min(0).max(167)).default([]), // 24 * weekday + hour; a boxed piece of the grid
  places: z.array(z.string()).default([]), // placeKeys
  polygon: z.array(LonLat).default([]), // drawn ring, not closed; empty: none
  circle: z.object({ lon: z.number(), lat: z.number(), radiusMeters: z.number().positive() }).nullable().default(null),
});
export type Filter = z.infer<typeof Filter>;
