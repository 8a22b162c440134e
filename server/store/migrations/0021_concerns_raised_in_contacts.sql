ALTER TABLE "contact" ADD COLUMN "concern_ids" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "contact_concern_ids_index" ON "contact" USING gin ("concern_ids");