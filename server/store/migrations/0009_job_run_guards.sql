alter table job_run enable row level security;
--> statement-breakpoint
grant select, insert, update on job_run to commonbeat_app;
--> statement-breakpoint
create policy look on job_run for select using (may('operations.read') or may('mail.review'));
--> statement-breakpoint
create policy keep on job_run for all using (acting_role() = 'system') with check (acting_role() = 'system');
