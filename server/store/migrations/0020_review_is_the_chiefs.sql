-- The day of an order's yearly review is the chief's to enter (P3103, header); the other choices stay the administrator's.
create policy review_new on setting for insert with check (key = 'reviewedOn' and may('register.approve'));
--> statement-breakpoint
create policy review_kept on setting for update
  using (key = 'reviewedOn' and may('register.approve')) with check (key = 'reviewedOn' and may('register.approve'));
