-- Released pages stay as they are; what was told is never forgotten. A passer-by, who is signed in to nothing, reads released pages alone.
create sequence hand_out_number;
--> statement-breakpoint
create sequence hand_out_run_number;
--> statement-breakpoint
grant usage on sequence hand_out_number, hand_out_run_number to commonbeat_app;
--> statement-breakpoint
create constraint trigger audited after insert or update or delete on hand_out_draft
  deferrable initially deferred for each row execute function audit_change('group_id', 'choices');
--> statement-breakpoint
create constraint trigger audited after insert or update or delete on hand_out
  deferrable initially deferred for each row execute function audit_change('hand_out_id', 'facts');
--> statement-breakpoint
create constraint trigger audited after insert or update or delete on hand_out_reader
  deferrable initially deferred for each row execute function audit_change('reader_id', 'email', 'token_hash');
--> statement-breakpoint
create constraint trigger audited after insert or update or delete on hand_out_delivery
  deferrable initially deferred for each row execute function audit_change('delivery_id', 'email');
--> statement-breakpoint
create constraint trigger audited after insert or update or delete on hand_out_run
  deferrable initially deferred for each row execute function audit_change('run_id');
--> statement-breakpoint
create function keep_released_hand_out() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
     and to_jsonb(new) - 'withdrawn_at' - 'withdrawn_why' = to_jsonb(old) - 'withdrawn_at' - 'withdrawn_why' then
    return new;
  end if;
  raise exception 'hand-out % was released and stays as it is; release another', old.hand_out_id
    using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger released_stays before update or delete on hand_out for each row execute function keep_released_hand_out();
--> statement-breakpoint
create function keep_told_cell() returns trigger language plpgsql as $$
begin
  raise exception 'a number that was told cannot be taken back' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger told_stays before update or delete on told_cell for each row execute function keep_told_cell();
--> statement-breakpoint
grant select, insert, update, delete on hand_out_draft to commonbeat_app;
--> statement-breakpoint
grant select, insert, update on hand_out, hand_out_reader, hand_out_run, hand_out_run_page to commonbeat_app;
--> statement-breakpoint
grant select, insert on told_cell, hand_out_delivery to commonbeat_app;
--> statement-breakpoint
alter table hand_out_draft enable row level security;
--> statement-breakpoint
alter table hand_out enable row level security;
--> statement-breakpoint
alter table told_cell enable row level security;
--> statement-breakpoint
alter table hand_out_reader enable row level security;
--> statement-breakpoint
alter table hand_out_delivery enable row level security;
--> statement-breakpoint
alter table hand_out_run enable row level security;
--> statement-breakpoint
alter table hand_out_run_page enable row level security;
--> statement-breakpoint
create policy look on hand_out_draft for select using (may('hand-out.read'));
--> statement-breakpoint
create policy keep on hand_out_draft for all using (may('hand-out.write')) with check (may('hand-out.write'));
--> statement-breakpoint
create policy look on hand_out for select
  using (may('hand-out.read') or (acting_role() = 'passer-by' and withdrawn_at is null));
--> statement-breakpoint
create policy release on hand_out for insert with check (may('hand-out.write'));
--> statement-breakpoint
create policy withdraw on hand_out for update using (may('hand-out.write')) with check (may('hand-out.write'));
--> statement-breakpoint
create policy look on told_cell for select using (may('hand-out.read'));
--> statement-breakpoint
create policy tell on told_cell for insert with check (may('hand-out.write'));
--> statement-breakpoint
create policy look on hand_out_reader for select using (may('hand-out.read'));
--> statement-breakpoint
create policy sign_up on hand_out_reader for insert with check (may('hand-out.send'));
--> statement-breakpoint
create policy keep on hand_out_reader for update using (may('hand-out.send')) with check (may('hand-out.send'));
--> statement-breakpoint
create policy look on hand_out_delivery for select using (may('hand-out.read'));
--> statement-breakpoint
create policy send on hand_out_delivery for insert with check (may('hand-out.send'));
--> statement-breakpoint
create policy look on hand_out_run for select using (may('hand-out.read'));
--> statement-breakpoint
create policy start on hand_out_run for insert with check (may('hand-out.run'));
--> statement-breakpoint
create policy look on hand_out_run_page for select using (may('hand-out.read'));
--> statement-breakpoint
create policy work on hand_out_run_page for insert with check (may('hand-out.run'));
--> statement-breakpoint
create policy go_on on hand_out_run_page for update using (may('hand-out.run')) with check (may('hand-out.run'));
