import { words } from './words.ts';

export type Example = { name: string; text: string };

/** Questions analysts start from; each also shows one habit (cast counts, name the layer, leave gaps visible). */
export const EXAMPLES: readonly Example[] = [
  {
    name: words.exampleNames.weeks,
    text: `select date_trunc('week', received_local)::date as week, category, count(*)::int as calls
from call
where origin = 'public'
group by all
order by week desc, calls desc
limit 500`,
  },
  {
    name: words.exampleNames.areas,
    text: `with last_day as (select max(received_local)::date as day from call)
select area.name, count(*)::int as calls
from call_in_area
join call on call.id = call_in_area.call_id
join area using (layer, area_id)
cross join last_day
where call.received_local::date > last_day.day - 28
group by all
order by area.name`,
  },
  {
    name: words.exampleNames.places,
    text: `select any_value(address_block) as place, category, count(*)::int as calls
from call
where place_key is not null and origin = 'public'
group by place_key, category
having count(*) >= 5
order by calls desc
limit 50`,
  },
  {
    name: words.exampleNames.unplaced,
    text: `select placement, precision, source, count(*)::int as calls
from call
group by all
order by calls desc`,
  },
  {
    name: words.exampleNames.concerns,
    text: `select concern_id, title, status,
  count(call.id)::int as calls_of_its_kind_within_about_200_m
from concern
left join call
  on call.category = concern.category
  and abs(call.lat - concern.lat) < 0.0018
  and abs(call.lon - concern.lon) < 0.0018 / cos(radians(concern.lat))
where status <> 'answered'
group by all
order by concern_id`,
  },
];

const CALL_TABLE = 'call';
export const FIRST_QUESTION = `select received_local, type_code, category, address_block\nfrom ${CALL_TABLE}\norder by received_local desc\nlimit 20`;
