import { sql } from 'drizzle-orm';
import { PROTECTED_KINDS } from '#data/codes/protected-kinds.ts';
import type { ProofRow } from '#data/schema/records/proof.ts';
import type { Tx } from './record-store.ts';
import { openStates } from './register-draft.ts';

/** A record with what a clause may ask of it: its notice's clause, its program's letter, its way … */
export type SourceRow = ProofRow & { readonly tags: readonly string[] };

const MOST = 20_000;

/** That it was read is part of the proof: leadership must be aware (A.8). */
const READ_BY = sql`case jsonb_array_length(acknowledgments) when 0 then ', not read yet'
  when 1 then ', read by ' || (acknowledgments -> 0 ->> 'name') || ' on ' || left(acknowledgments -> 0 ->> 'at', 10)
  else ', read by ' || jsonb_array_length(acknowledgments) end`;

/** Whose month a report is, by name. */
const SUBJECT = sql`coalesce(
  (select trim(title || ' ' || name) from person where person_id = subject),
  (select name from "group" where group_id = subject), 'the division')`;

/** The pattern that a notice of a sweep or a bulletin leads to, by the address in its words. */
const NAMED_PATTERN = sql`substring(words from '/patterns/(P-[0-9]+)')`;

/** A notice is read where what it speaks of is. */
const NOTICE_PAGE = sql`case kind when 'escalation' then 'escalations' when 'report-sent' then 'report'
    when 'objective' then 'register' when 'no-contact' then 'group' when 'representative-changed' then 'group'
    when 'sweep' then case when ${NAMED_PATTERN} is null then 'spikes' else 'pattern' end when 'bulletin' then 'pattern'
    else 'concern' end,
  case when kind in ('report-sent', 'objective') then substr(once_key, length(kind) + 2)
    when kind in ('no-contact', 'representative-changed') then group_id
    when kind in ('sweep', 'bulletin') then coalesce(${NAMED_PATTERN}, notice_id)
    else coalesce(concern_ids[1], notice_id) end`;

const JUDGED = sql`case when category = any(${sql.param([...PROTECTED_KINDS])}) then 'Calls that few may read' else title end`;
const DECIDED = sql`case choice when 'dismiss' then 'dismissed' when 'watch' then 'watched' else 'made into a pattern' end`;

const groupOf = (table: string) =>
  sql`(select name from "group" named where named.group_id = ${sql.identifier(table)}.group_id)`;

/** Every record of a period that can prove a clause. Standing things (groups, programs) count while they stand. */
export async function readSources(tx: Tx, { from, to }: { from: string; to: string }): Promise<SourceRow[]> {
  const { rows } = await tx.execute<SourceRow>(sql`
    select record, id, "on"::text as "on", title, tags, page, "of" from (
      select 'concern' as record, concern_id as id, heard_at::date as "on",
        coalesce(nullif(title, ''), nullif(place_words, ''), 'Concern') as title,
        case when shared_with_city then array['shared'] else '{}' end as tags, 'concern' as page, concern_id as "of"
        from concern
      union all select 'update', update_id, at::date, kind || ', ' || concern_id, array[kind], 'concern', concern_id
        from concern_update
      union all select 'referral', referral_id, referred_on, "to", '{}', 'concern', concern_id from referral
      union all select 'contact', contact_id, at::date, ${groupOf('contact')} || ', ' || way || ', ' || result, array[way, result], 'contacts', group_id
        from contact
      union all select 'meeting', meeting_id, starts_at::date, ${groupOf('meeting')} || ', ' || place,
        array_remove(array[case when jsonb_array_length(invitations) > 0 then 'invited' end,
          case when cardinality(attended_by) > 0 then 'attended' end], null), 'meeting', meeting_id
        from meeting where status = 'held'
      union all select 'promise', promise_id, promised_on, words, '{}',
        case when concern_id is not null then 'concern' when meeting_id is not null then 'meeting' else 'group' end,
        coalesce(concern_id, meeting_id, group_id) from promise
      union all select 'notice', notice_id, sent_at::date, title || ${READ_BY}, array[clause], ${NOTICE_PAGE} from notice
      union all select 'designation', designation_id, decided_on, ${groupOf('designation')} || ': ' || status, '{}', 'group', group_id from designation
      union all select 'report', report_id, "to",
        case kind when 'quarterly' then 'Quarterly report ' || report_id
          else 'Monthly report of ' || ${SUBJECT} || ', ' || left(report_id, 7) end,
        array[split_part(kind, '-', 1)], 'report', report_id from report where status <> 'draft'
      union all select 'group', group_id, greatest(created_at::date, ${from}::date), name, '{}', 'group', group_id
        from "group" where created_at::date <= ${to}
      union all select 'representative', representative_id, greatest(valid_from, ${from}::date), ${groupOf('representative')} || ', ' || position, '{}',
        'group', group_id from representative
        where valid_from <= ${to} and (valid_to is null or valid_to >= ${from})
      union all select 'boundary-version', version_id, greatest(valid_from, ${from}::date), ${groupOf('boundary_version')} || ': ' || reason, '{}',
        'boundary', group_id from boundary_version
        where valid_from <= ${to} and (valid_to is null or valid_to > ${from})
      union all select 'policy-review', review.key, case when review.value::date + interval '1 year' > ${from}::date
          then greatest(review.value::date, ${from}::date) else review.value::date end,
        'Yearly review of ' || review.value, array[review.key], 'settings', review.key
        from setting, jsonb_each_text(setting.value) review
        where setting.key = 'reviewedOn' and review.value <= ${to}
      union all select 'hand-out', hand_out_id, released_at::date,
        ${groupOf('hand_out')} || ', ' || hand_out."from" || ' to ' || hand_out."to", '{}', 'hand-out', hand_out_id
        from hand_out where withdrawn_at is null
      union all select 'sweep-verdict', verdict_id, created_at::date, ${JUDGED} || ': ' || ${DECIDED}, '{}',
        case when pattern_id is null then 'spikes' else 'pattern' end, coalesce(pattern_id, verdict_id) from sweep_verdict
      union all select 'pattern', pattern_id, created_at::date, name || case status when 'closed' then ', closed' else '' end,
        '{}', 'pattern', pattern_id from pattern
      union all select 'bulletin', bulletin_id, sent_at::date,
        coalesce((select name from pattern whose where whose.pattern_id = bulletin.pattern_id), pattern_id)
          || ', sent to ' || jsonb_array_length(sent_to), '{}', 'pattern', pattern_id from bulletin
      union all select kind, entry_id, case when ${openStates()}::jsonb -> kind ? status and happened_on <= ${to}
          then greatest(happened_on, ${from}::date) else happened_on end, title,
        array_remove(array[fields ->> 'letter', fields ->> 'publicationKind'], null), 'register', entry_id
        from register_entry
    ) source where "on" between ${from} and ${to} order by "on" desc, id desc limit ${MOST}`);
  return rows;
}
