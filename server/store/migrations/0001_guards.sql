-- What the tables cannot say by themselves: extensions, numbering, spans that may not overlap,
-- the audit chain, what stays as it was sent, and the row rules (the second lock behind the routes).
create extension if not exists btree_gist;
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint
create sequence concern_number;
--> statement-breakpoint
create sequence record_number;
--> statement-breakpoint
alter table boundary_version add constraint boundary_versions_apart
  exclude using gist (group_id with =, daterange(valid_from, valid_to) with &&);
--> statement-breakpoint
create index concern_words_alike on concern using gin (words gin_trgm_ops);
--> statement-breakpoint
create table permission (role text not null, permission text not null, primary key (role, permission));
--> statement-breakpoint
create function acting_role() returns text language sql stable as
  $$ select coalesce(current_setting('commonbeat.role', true), '') $$;
--> statement-breakpoint
create function acting_person() returns text language sql stable as
  $$ select coalesce(current_setting('commonbeat.person', true), '') $$;
--> statement-breakpoint
create function may(wanted text) returns boolean language sql stable security definer set search_path = public as
  $$ select acting_role() = 'system'
     or exists (select from permission where role = acting_role() and permission = wanted) $$;
--> statement-breakpoint
create function audit_text(line audit) returns text language sql immutable as
  $$ select concat_ws(chr(31), line.number, to_char(line.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
       line.local_at, line.person_id, line.role, line.action, line.kind, line.record_id, line.changed::text, line.words) $$;
--> statement-breakpoint
create function write_audit(action text, kind text, record_id text, changed jsonb, words text)
returns void language plpgsql security definer set search_path = public as $$
declare
  line audit;
  before_hash text;
begin
  perform pg_advisory_xact_lock(190219); -- one chain, one writer, until the commit
  select number + 1, hash into line.number, before_hash from audit order by number desc limit 1;
  line.number := coalesce(line.number, 1);
  line.at := clock_timestamp();
  line.local_at := coalesce(current_setting('commonbeat.now', true), '');
  line.person_id := acting_person();
  line.role := acting_role();
  line.action := action;
  line.kind := kind;
  line.record_id := record_id;
  line.changed := changed;
  line.words := words;
  line.hash := encode(sha256(convert_to(coalesce(before_hash, '') || chr(30) || audit_text(line), 'UTF8')), 'hex');
  insert into audit select line.*;
end $$;
--> statement-breakpoint
-- The first line whose hash does not follow from the one before it; null where the chain is whole.
create function find_audit_break() returns integer language sql stable security definer set search_path = public as $$
  select min(number) from (
    select number, hash,
      number - coalesce(lag(number) over (order by number), 0) as step,
      encode(sha256(convert_to(coalesce(lag(hash) over (order by number), '') || chr(30) || audit_text(audit), 'UTF8')), 'hex') as wanted
    from audit) chain
  where hash <> wanted or step <> 1
$$;
--> statement-breakpoint
-- Arguments: the key column, then columns whose values stay out of the audit (that they changed is kept).
create function audit_change() returns trigger language plpgsql as $$
declare
  was jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
  is_now jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
  field text;
  changed jsonb := '{}';
begin
  for field in select key from jsonb_each(was || is_now) loop
    continue when (was -> field) is not distinct from (is_now -> field);
    continue when field in ('revision', 'created_at', 'created_by', 'updated_at', 'updated_by');
    changed := changed || jsonb_build_object(field,
      case when field = any(tg_argv[1:]) then '"withheld"'::jsonb
      else jsonb_build_array(was -> field, is_now -> field) end);
  end loop;
  perform write_audit(
    case tg_op when 'INSERT' then 'create' when 'UPDATE' then 'change' else 'remove' end,
    tg_table_name, coalesce(is_now ->> tg_argv[0], was ->> tg_argv[0], ''), changed, '');
  return null;
end $$;
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as
  $$ begin raise exception 'the audit is never changed' using errcode = 'insufficient_privilege'; end $$;
--> statement-breakpoint
create trigger audit_stays before update or delete on audit for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_is_not_emptied before truncate on audit for each statement execute function refuse_change();
--> statement-breakpoint
do $$
declare watched text[];
begin
  foreach watched slice 1 in array array[
    ['person', 'person_id', ''], ['setting', 'key', ''], ['group', 'group_id', ''],
    ['designation', 'designation_id', ''], ['representative', 'representative_id', 'email,phone'],
    ['boundary_version', 'version_id', 'geometry'],
    ['concern', 'concern_id', 'words,contact_name,contact_reach,efforts,recommended_solutions,place'],
    ['concern_update', 'update_id', 'words'], ['referral', 'referral_id', ''], ['contact', 'contact_id', ''],
    ['meeting', 'meeting_id', ''], ['promise', 'promise_id', ''], ['notice', 'notice_id', ''],
    ['report', 'report_id', 'parts'], ['register_entry', 'entry_id', 'fields'],
    ['mail_in', 'mail_id', 'raw,text,found']] loop
    execute format('create constraint trigger audited after insert or update or delete on %I
      deferrable initially deferred for each row execute function audit_change(%L%s)',
      watched[1], watched[2],
      (select coalesce(string_agg(format(', %L', column_name), ''), '')
       from unnest(string_to_array(watched[3], ',')) as column_name where column_name <> ''));
  end loop;
end $$;
--> statement-breakpoint
-- A report that was sent stays as it was sent; only its receipt may be added.
create function keep_sent_report() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.status = 'draft' then return old; end if;
  elsif old.status = 'draft' then
    return new;
  elsif old.status = 'sent' and new.status = 'received'
    and (to_jsonb(old) - '{status,received_at,received_by,revision,updated_at,updated_by}'::text[])
      = (to_jsonb(new) - '{status,received_at,received_by,revision,updated_at,updated_by}'::text[]) then
    return new;
  end if;
  raise exception 'report % was sent and stays as it is; write an amendment', old.report_id using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger sent_stays before update or delete on report for each row execute function keep_sent_report();
--> statement-breakpoint
do $$ begin
  if not exists (select from pg_roles where rolname = 'commonbeat_app') then create role commonbeat_app nologin; end if;
  if not pg_has_role(current_user, 'commonbeat_app', 'member') then grant commonbeat_app to current_user; end if;
end $$;
--> statement-breakpoint
grant usage on schema public to commonbeat_app;
--> statement-breakpoint
grant select, insert, update, delete on person, setting, "group", designation, representative, boundary_version,
  concern, concern_update, referral, contact, meeting, promise, notice, report, register_entry, mail_in, mail_out to commonbeat_app;
--> statement-breakpoint
grant select on audit, permission to commonbeat_app;
--> statement-breakpoint
grant usage on sequence concern_number, record_number to commonbeat_app;
--> statement-breakpoint
do $$
declare guarded text;
begin
  foreach guarded in array array['person', 'setting', 'group', 'designation', 'representative', 'boundary_version', 'concern',
    'concern_update', 'referral', 'contact', 'meeting', 'promise', 'notice', 'report', 'register_entry', 'mail_in', 'mail_out', 'audit'] loop
    execute format('alter table %I enable row level security', guarded);
  end loop;
end $$;
--> statement-breakpoint
create policy look on person for select using (acting_role() <> '');
--> statement-breakpoint
create policy keep on person for all using (may('account.manage')) with check (may('account.manage'));
--> statement-breakpoint
create policy look on setting for select using (acting_role() <> '');
--> statement-breakpoint
create policy keep on setting for all using (may('settings.manage')) with check (may('settings.manage'));
--> statement-breakpoint
create policy look on "group" for select using (may('group.read'));
--> statement-breakpoint
create policy keep on "group" for all using (may('group.write')) with check (may('group.write'));
--> statement-breakpoint
create policy look on designation for select using (may('group.read'));
--> statement-breakpoint
create policy decide on designation for insert with check (may('group.designate'));
--> statement-breakpoint
create policy look on representative for select using (may('representative.read'));
--> statement-breakpoint
create policy keep on representative for all using (may('group.write')) with check (may('group.write'));
--> statement-breakpoint
create policy look on boundary_version for select using (acting_role() <> '');
--> statement-breakpoint
create policy keep on boundary_version for all using (may('group.write')) with check (may('group.write'));
--> statement-breakpoint
create policy look on concern for select using (may('concern.read') and (acting_role() <> 'city-partner' or shared_with_city));
--> statement-breakpoint
create policy file on concern for insert with check (may('concern.file'));
--> statement-breakpoint
create policy work on concern for update using (may('concern.write')) with check (may('concern.write'));
--> statement-breakpoint
create policy look on concern_update for select using (
  exists (select from concern where concern.concern_id = concern_update.concern_id)
  and (acting_role() <> 'city-partner' or kind in ('told', 'conveyed', 'partner')));
--> statement-breakpoint
create policy file on concern_update for insert with check (
  may('concern.file') or (may('partner.write') and kind = 'partner'
    and exists (select from concern where concern.concern_id = concern_update.concern_id)));
--> statement-breakpoint
create policy look on referral for select using (may('referral.read'));
--> statement-breakpoint
create policy keep on referral for all using (may('referral.write')) with check (may('referral.write'));
--> statement-breakpoint
create policy look on contact for select using (may('contact.read'));
--> statement-breakpoint
create policy keep on contact for all using (may('contact.write')) with check (may('contact.write'));
--> statement-breakpoint
create policy look on meeting for select using (may('meeting.read'));
--> statement-breakpoint
create policy keep on meeting for all using (may('meeting.write')) with check (may('meeting.write'));
--> statement-breakpoint
create policy look on promise for select using (may('promise.read'));
--> statement-breakpoint
create policy keep on promise for all using (may('promise.write')) with check (may('promise.write'));
--> statement-breakpoint
create policy look on notice for select using (may('notice.read'));
--> statement-breakpoint
create policy send on notice for insert with check (may('notice.send') or may('concern.file'));
--> statement-breakpoint
create policy acknowledge on notice for update using (may('notice.acknowledge') and (to_role is null or to_role = acting_role() or acting_role() = 'system')
    and (to_person_id is null or to_person_id = acting_person() or acting_role() = 'system'));
--> statement-breakpoint
create policy look on report for select using (may('report.read'));
--> statement-breakpoint
create policy keep on report for all using (may('report.write')) with check (may('report.write'));
--> statement-breakpoint
create policy receive on report for update using (may('report.receive') and status = 'sent') with check (may('report.receive') and status = 'received');
--> statement-breakpoint
create policy look on register_entry for select using (may('register.read')
  and (kind <> 'training-need' or fields ->> 'sourceKind' is distinct from 'internal-investigations' or may('register.approve') or may('concern.triage')));
--> statement-breakpoint
create policy keep on register_entry for all using (may('register.write')) with check (may('register.write'));
--> statement-breakpoint
create policy approve on register_entry for update using (may('register.approve')) with check (may('register.approve'));
--> statement-breakpoint
create policy look on mail_in for select using (may('mail.review'));
--> statement-breakpoint
create policy keep on mail_in for all using (may('mail.review')) with check (may('mail.review'));
--> statement-breakpoint
create policy look on mail_out for select using (may('mail.review') or may('operations.read'));
--> statement-breakpoint
create policy send on mail_out for insert with check (acting_role() <> '');
--> statement-breakpoint
create policy sent on mail_out for update using (acting_role() = 'system');
--> statement-breakpoint
create policy look on audit for select using (may('audit.read'));
