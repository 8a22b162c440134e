import { sql } from 'drizzle-orm';
import type { ProofRow } from '#data/schema/records/proof.ts';
import type { Tx } from './record-store.ts';
import { openStates } from './register-draft.ts';

/** A record with what a clause may ask of it: its notice's clause, its program's letter, its way … */
export type SourceRow = ProofRow & { readonly tags: readonly string[] };

const MOST = 20_000;

/** Every record of a period that can prove a clause. Standing things (groups, programs) count while they stand. */
export async function readSources(tx: Tx, { from, to }: { from: string; to: string }): Promise<SourceRow[]> {
  const { rows } = await tx.execute<SourceRow>(sql`
    select record, id, "on"::text as "on", title, tags from (
      select 'concern' as record, concern_id as id, heard_at::date as "on",
        coalesce(nullif(title, ''), nullif(place_words, ''), 'Concern') as title,
        case when shared_with_city then array['shared'] else '{}' end as tags from concern
      union all select 'update', concern_id, at::date, kind || ', ' || concern_id, array[kind] from concern_update
      union all select 'referral', referral_id, referred_on, "to", '{}' from referral
      union all select 'contact', contact_id, at::date, way || ', ' || result, array[way, result] from contact
      union all select 'meeting', meeting_id, starts_at::date, place,
        case when jsonb_array_length(invitations) > 0 then array['invited'] else '{}' end from meeting where status = 'held'
      union all select 'promise', promise_id, promised_on, words, '{}' from promise
      union all select 'notice', notice_id, sent_at::date, title, array[clause] from notice
      union all select 'designation', designation_id, decided_on, status, '{}' from designation
      union all select 'report', report_id, "to", kind || ' ' || "from" || ' to ' || "to",
        array[split_part(kind, '-', 1), to_char("from", 'YYYY-MM')] from report where status <> 'draft'
      union all select 'group', group_id, greatest(created_at::date, ${from}::date), name, '{}' from "group"
        where created_at::date <= ${to}
      union all select 'representative', representative_id, greatest(valid_from, ${from}::date), position, '{}' from representative
        where valid_from <= ${to} and (valid_to is null or valid_to >= ${from})
      union all select 'boundary-version', version_id, greatest(valid_from, ${from}::date), reason, '{}' from boundary_version
        where valid_from <= ${to} and (valid_to is null or valid_to > ${from})
      union all select 'policy-review', review.key, review.value::date, 'Yearly review', array[review.key]
        from setting, jsonb_each_text(setting.value) review where setting.key = 'reviewedOn'
      union all select kind, entry_id, case when ${openStates()}::jsonb -> kind ? status and happened_on <= ${to}
          then greatest(happened_on, ${from}::date) else happened_on end, title,
        array_remove(array[fields ->> 'letter', fields ->> 'publicationKind'], null) from register_entry
    ) source where "on" between ${from} and ${to} order by "on" desc, id desc limit ${MOST}`);
  return rows;
}
