-- The register's own rules. A policy `for all` also lets its roles look, past the narrower `look`: writing is split in two.
drop policy keep on register_entry;
--> statement-breakpoint
create policy file on register_entry for insert with check (
  case kind when 'appointment' then may('register.approve')
    when 'program' then may('register.write') or may('register.approve') -- made of a proposal by the chief's act
    else may('register.write') end);
--> statement-breakpoint
create policy keep on register_entry for update
  using (may('register.write') and (kind <> 'appointment' or may('register.approve')))
  with check (may('register.write') and (kind <> 'appointment' or may('register.approve')));
--> statement-breakpoint
-- Programs that hold dangerous places (P3103 V.A.1.g and k) are counted and nothing else.
alter table register_entry add constraint counts_only check (
  kind <> 'program-activity' or fields ->> 'countsOnly' is distinct from 'true'
  or (fields - '{programId,letter,countsOnly,peopleReached}'::text[] = '{}'
    and group_id is null and concern_ids = '{}' and release = 'internal'));
--> statement-breakpoint
create unique index one_coordinator on register_entry (kind) where kind = 'appointment' and status = 'current';
--> statement-breakpoint
create unique index one_program_a_letter on register_entry ((fields ->> 'letter'))
  where kind = 'program' and fields ->> 'letter' is not null;
--> statement-breakpoint
create index register_entry_fields on register_entry using gin (fields jsonb_path_ops);
--> statement-breakpoint
-- The crosswalk to standards is the coordinator's; the other choices stay the administrator's.
create policy crosswalk_new on setting for insert with check (key = 'crosswalk' and may('proof.write'));
--> statement-breakpoint
create policy crosswalk_kept on setting for update
  using (key = 'crosswalk' and may('proof.write')) with check (key = 'crosswalk' and may('proof.write'));
--> statement-breakpoint
-- Open work follows the coordinator's post (P3103 V.B.1): the chief, who appoints, writes no concern otherwise.
-- `open_states` names the states of each kind that count as open work.
create function hand_over(from_person text, to_person text, at timestamp, open_states jsonb) returns integer
language plpgsql security definer set search_path = public as $$
declare concerns integer; entries integer;
begin
  if not may('register.approve') then raise exception 'only who appoints hands over' using errcode = 'insufficient_privilege'; end if;
  update concern set owner_id = to_person, revision = revision + 1, updated_at = at, updated_by = acting_person()
    where owner_id = from_person and status <> 'closed';
  get diagnostics concerns = row_count;
  update register_entry set owner_id = to_person, revision = revision + 1, updated_at = at, updated_by = acting_person()
    where owner_id = from_person and kind <> 'appointment'
      and open_states -> kind ? status;
  get diagnostics entries = row_count;
  return concerns + entries;
end $$;
