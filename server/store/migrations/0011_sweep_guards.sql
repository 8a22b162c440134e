-- Sweeps, patterns and bulletins are audited and guarded as other records are; what a person has merely opened is not.
create sequence pattern_number;
--> statement-breakpoint
create sequence bulletin_number;
--> statement-breakpoint
grant usage on sequence pattern_number, bulletin_number to commonbeat_app;
--> statement-breakpoint
create constraint trigger audited after insert or update or delete on sweep_verdict
  deferrable initially deferred for each row execute function audit_change('verdict_id');
--> statement-breakpoint
create constraint trigger audited after insert or update or delete on pattern
  deferrable initially deferred for each row execute function audit_change('pattern_id', 'calls', 'synopsis');
--> statement-breakpoint
create constraint trigger audited after insert or update or delete on bulletin
  deferrable initially deferred for each row execute function audit_change('bulletin_id', 'facts');
--> statement-breakpoint
create function keep_sent_bulletin() returns trigger language plpgsql as $$
begin
  raise exception 'bulletin % was sent and stays as it is; send another', old.bulletin_id using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger sent_stays before update or delete on bulletin for each row execute function keep_sent_bulletin();
--> statement-breakpoint
grant select, insert, update, delete on sweep_verdict, sweep_seen to commonbeat_app;
--> statement-breakpoint
grant select, insert, update on pattern to commonbeat_app;
--> statement-breakpoint
grant select, insert on bulletin to commonbeat_app;
--> statement-breakpoint
alter table sweep_verdict enable row level security;
--> statement-breakpoint
alter table sweep_seen enable row level security;
--> statement-breakpoint
alter table pattern enable row level security;
--> statement-breakpoint
alter table bulletin enable row level security;
--> statement-breakpoint
create policy look on sweep_verdict for select using (may('sweep.read'));
--> statement-breakpoint
create policy judge on sweep_verdict for insert with check (may('sweep.judge'));
--> statement-breakpoint
create policy keep on sweep_verdict for update using (may('sweep.judge')) with check (may('sweep.judge'));
--> statement-breakpoint
create policy take_back on sweep_verdict for delete using (may('sweep.judge'));
--> statement-breakpoint
create policy own on sweep_seen for all using (may('sweep.read') and person_id = acting_person())
  with check (may('sweep.read') and person_id = acting_person());
--> statement-breakpoint
create policy look on pattern for select using (may('pattern.read'));
--> statement-breakpoint
create policy file on pattern for insert with check (may('pattern.write'));
--> statement-breakpoint
create policy keep on pattern for update using (may('pattern.write')) with check (may('pattern.write'));
--> statement-breakpoint
create policy look on bulletin for select using (may('pattern.read'));
--> statement-breakpoint
create policy send on bulletin for insert with check (may('pattern.write'));
