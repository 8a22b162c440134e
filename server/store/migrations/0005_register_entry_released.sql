ALTER TABLE "register_entry" ADD COLUMN "released" jsonb;--> statement-breakpoint
CREATE INDEX "register_entry_kind_happened_on_index" ON "register_entry" USING btree ("kind","happened_on");--> statement-breakpoint
CREATE INDEX "register_entry_group_id_index" ON "register_entry" USING btree ("group_id");