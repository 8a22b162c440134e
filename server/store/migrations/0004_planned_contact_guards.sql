-- Planned contacts are kept, audited and guarded as contacts are.
create constraint trigger audited after insert or update or delete on planned_contact
  deferrable initially deferred for each row execute function audit_change('planned_id');
--> statement-breakpoint
grant select, insert, update, delete on planned_contact to commonbeat_app;
--> statement-breakpoint
alter table planned_contact enable row level security;
--> statement-breakpoint
create policy look on planned_contact for select using (may('contact.read'));
--> statement-breakpoint
create policy keep on planned_contact for all using (may('contact.write')) with check (may('contact.write'));
