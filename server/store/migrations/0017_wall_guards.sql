-- Screens on walls: paired by an administrator, written by the server alone; and whoever keeps a board is told of every change.
create constraint trigger audited after insert or delete or update of name, person_id, paired_at, revoked_at on wall_device
  deferrable initially deferred for each row execute function audit_change('device_id', 'code_hash', 'public_key');
--> statement-breakpoint
grant select, insert, update, delete on wall_device to commonbeat_app;
--> statement-breakpoint
grant select, insert, update on wall_code to commonbeat_app;
--> statement-breakpoint
alter table wall_device enable row level security;
--> statement-breakpoint
alter table wall_code enable row level security;
--> statement-breakpoint
create policy keep on wall_device using (may('wall.manage')) with check (may('wall.manage'));
--> statement-breakpoint
create policy look on wall_code for select using (may('wall.ask'));
--> statement-breakpoint
create policy show on wall_code for insert with check (acting_role() = 'system');
--> statement-breakpoint
create policy show_again on wall_code for update using (acting_role() = 'system') with check (acting_role() = 'system');
--> statement-breakpoint
-- Every change of a record is written to the audit when it commits, so this is the one place to tell of them.
create function tell_change() returns trigger language plpgsql as
  $$ begin perform pg_notify('commonbeat_record', new.kind); return null; end $$;
--> statement-breakpoint
create trigger told after insert on audit for each row execute function tell_change();
