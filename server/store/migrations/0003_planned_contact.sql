CREATE TABLE "planned_contact" (
	"planned_id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"on" date NOT NULL,
	"what" text NOT NULL,
	"officer_id" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp(0) NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "planned_contact" ADD CONSTRAINT "planned_contact_group_id_group_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "planned_contact_group_id_on_index" ON "planned_contact" USING btree ("group_id","on");