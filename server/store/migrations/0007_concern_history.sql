-- What somebody changed about a concern and its referrals, for whoever may read the concern: the
-- audit itself stays with the auditor. Private fields are withheld in the audit already.
create index audit_by_record on audit (kind, record_id);
--> statement-breakpoint
create function concern_history(wanted text)
returns table (number integer, local_at text, person_id text, action text, kind text, record_id text, changed jsonb)
language sql stable security definer set search_path = public as $$
  select number, local_at, person_id, action, kind, record_id, changed from audit
  where may('concern.read') and acting_role() <> 'city-partner'
    and ((kind = 'concern' and record_id = wanted)
      or (kind = 'referral' and record_id in (select referral_id from referral where concern_id = wanted)))
$$;
