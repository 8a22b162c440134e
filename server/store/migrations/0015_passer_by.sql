-- Whoever is signed in to nothing reads released pages and the ground that they print, and answers to three questions about them.
alter policy look on person using (acting_role() not in ('', 'passer-by'));
--> statement-breakpoint
alter policy look on setting using (acting_role() not in ('', 'passer-by'));
--> statement-breakpoint
alter policy look on boundary_version using (acting_role() not in ('', 'passer-by') or (acting_role() = 'passer-by'
  and exists (select from hand_out where facts -> 'calls' -> 'boundary' ->> 'versionId' = version_id)));
--> statement-breakpoint
alter policy send on mail_out with check (acting_role() not in ('', 'passer-by'));
--> statement-breakpoint
create function is_withdrawn(wanted text) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from hand_out where hand_out_id = wanted and withdrawn_at is not null) $$;
--> statement-breakpoint
create function public_group_name(wanted text) returns text language sql stable security definer set search_path = public as
  $$ select name from "group" where group_id = wanted and status = 'active' $$;
--> statement-breakpoint
-- Whether a meeting still is as a released page told it: nothing else of it is said.
create function told_meeting(page text, wanted text) returns text language sql stable security definer set search_path = public as $$
  select case
    when meeting.status = 'cancelled' then 'cancelled'
    when meeting.starts_at = (told ->> 'startsAt')::timestamp and meeting.ends_at = (told ->> 'endsAt')::timestamp
      and meeting.place = told ->> 'place' then 'as-told'
    else 'changed' end
  from hand_out
  cross join lateral (values (facts -> 'meeting'), (facts -> 'next')) as named (told)
  join meeting on meeting.meeting_id = told ->> 'meetingId'
  where hand_out_id = page and withdrawn_at is null and meeting.meeting_id = wanted
  limit 1
$$;
