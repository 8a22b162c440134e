CREATE TABLE "concern" (
	"concern_id" text PRIMARY KEY NOT NULL,
	"client_key" text,
	"words" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"category" text,
	"way" text NOT NULL,
	"heard_at" timestamp(0) NOT NULL,
	"place" jsonb,
	"place_words" text DEFAULT '' NOT NULL,
	"place_confidence" text NOT NULL,
	"group_ids" text[] DEFAULT '{}' NOT NULL,
	"when_happens" text DEFAULT '' NOT NULL,
	"since" text DEFAULT '' NOT NULL,
	"how_often" text DEFAULT '' NOT NULL,
	"who_affected" text DEFAULT '' NOT NULL,
	"safety_now" boolean DEFAULT false NOT NULL,
	"people_count" integer,
	"contact_wish" text NOT NULL,
	"contact_name" text DEFAULT '' NOT NULL,
	"contact_reach" text DEFAULT '' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"efforts" text DEFAULT '' NOT NULL,
	"recommended_solutions" text DEFAULT '' NOT NULL,
	"case_numbers" text[] DEFAULT '{}' NOT NULL,
	"status" text DEFAULT 'new' NOT NULL,
	"owner_id" text,
	"filed_by" text NOT NULL,
	"meeting_id" text,
	"duplicate_of" text,
	"shared_with_city" boolean DEFAULT false NOT NULL,
	"is_significant" boolean DEFAULT false NOT NULL,
	"first_action_on" date,
	"last_told_on" date,
	"next_step" text DEFAULT '' NOT NULL,
	"next_step_on" date,
	"closed_on" date,
	"close_reason" text,
	"close_words" text DEFAULT '' NOT NULL,
	"resident_agrees" boolean,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp(0) NOT NULL,
	"updated_by" text NOT NULL,
	CONSTRAINT "concern_clientKey_unique" UNIQUE("client_key")
);
--> statement-breakpoint
CREATE TABLE "concern_update" (
	"update_id" text PRIMARY KEY NOT NULL,
	"concern_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp(0) NOT NULL,
	"by" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "referral" (
	"referral_id" text PRIMARY KEY NOT NULL,
	"concern_id" text NOT NULL,
	"to" text NOT NULL,
	"to_email" text,
	"is_inside" boolean NOT NULL,
	"why_needed" text NOT NULL,
	"referred_on" date NOT NULL,
	"expected_by" date NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_on" date,
	"nudges" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp(0) NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"contact_id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"representative_id" text,
	"result" text NOT NULL,
	"way" text NOT NULL,
	"at" timestamp(0) NOT NULL,
	"officer_id" text NOT NULL,
	"topics" text DEFAULT '' NOT NULL,
	"next" text DEFAULT '' NOT NULL,
	"meeting_id" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp(0) NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"meeting_id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"starts_at" timestamp(0) NOT NULL,
	"ends_at" timestamp(0) NOT NULL,
	"place" text NOT NULL,
	"agenda" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"invitations" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"status" text DEFAULT 'planned' NOT NULL,
	"attended_by" text[] DEFAULT '{}' NOT NULL,
	"attendance" integer,
	"minutes" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp(0) NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "promise" (
	"promise_id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"meeting_id" text,
	"concern_id" text,
	"words" text NOT NULL,
	"promised_on" date NOT NULL,
	"due_on" date NOT NULL,
	"owner_id" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	"closed_on" date,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp(0) NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "boundary_version" (
	"version_id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"geometry" jsonb NOT NULL,
	"center" jsonb,
	"radius_meters" double precision,
	"west" double precision NOT NULL,
	"south" double precision NOT NULL,
	"east" double precision NOT NULL,
	"north" double precision NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "designation" (
	"designation_id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"decided_on" date NOT NULL,
	"decided_by" text NOT NULL,
	"review_on" date
);
--> statement-breakpoint
CREATE TABLE "group" (
	"group_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"district" text,
	"liaison_id" text,
	"meeting_pattern" text DEFAULT '' NOT NULL,
	"attend_target_percent" integer DEFAULT 75 NOT NULL,
	"residents" integer,
	"addresses" integer,
	"language" text DEFAULT 'en' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp(0) NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "representative" (
	"representative_id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"name" text NOT NULL,
	"position" text NOT NULL,
	"is_leader" boolean DEFAULT false NOT NULL,
	"email" text,
	"phone" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp(0) NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"number" integer PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"local_at" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"action" text NOT NULL,
	"kind" text NOT NULL,
	"record_id" text NOT NULL,
	"changed" jsonb NOT NULL,
	"words" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_in" (
	"mail_id" text PRIMARY KEY NOT NULL,
	"received_at" timestamp(0) NOT NULL,
	"raw" "bytea" NOT NULL,
	"from" text NOT NULL,
	"subject" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"review_reason" text DEFAULT '' NOT NULL,
	"found" jsonb,
	"missing" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"concern_id" text
);
--> statement-breakpoint
CREATE TABLE "mail_out" (
	"mail_out_id" text PRIMARY KEY NOT NULL,
	"to" text[] NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"about" text,
	"status" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"queued_at" timestamp(0) NOT NULL,
	"sent_at" timestamp(0)
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"notice_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"once_key" text NOT NULL,
	"clause" text NOT NULL,
	"to_role" text,
	"to_person_id" text,
	"group_id" text,
	"concern_ids" text[] DEFAULT '{}' NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"sent_at" timestamp(0) NOT NULL,
	"acknowledgments" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp(0) NOT NULL,
	"updated_by" text NOT NULL,
	CONSTRAINT "notice_onceKey_unique" UNIQUE("once_key")
);
--> statement-breakpoint
CREATE TABLE "register_entry" (
	"entry_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"group_id" text,
	"concern_ids" text[] DEFAULT '{}' NOT NULL,
	"title" text NOT NULL,
	"status" text NOT NULL,
	"owner_id" text,
	"happened_on" date NOT NULL,
	"due_on" date,
	"release" text NOT NULL,
	"fields" jsonb NOT NULL,
	"approved_by" text,
	"approved_on" date,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp(0) NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report" (
	"report_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"parts" jsonb NOT NULL,
	"sent_at" timestamp(0),
	"sent_by" text,
	"hash" text,
	"received_at" timestamp(0),
	"received_by" text,
	"amends" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp(0) NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"person_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"role" text NOT NULL,
	"email" text NOT NULL,
	"unit" text,
	"district" text,
	"is_active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "person_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "concern_update" ADD CONSTRAINT "concern_update_concern_id_concern_concern_id_fk" FOREIGN KEY ("concern_id") REFERENCES "public"."concern"("concern_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_concern_id_concern_concern_id_fk" FOREIGN KEY ("concern_id") REFERENCES "public"."concern"("concern_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_group_id_group_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_group_id_group_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise" ADD CONSTRAINT "promise_group_id_group_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boundary_version" ADD CONSTRAINT "boundary_version_group_id_group_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "designation" ADD CONSTRAINT "designation_group_id_group_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representative" ADD CONSTRAINT "representative_group_id_group_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "concern_status_index" ON "concern" USING btree ("status");--> statement-breakpoint
CREATE INDEX "concern_group_ids_index" ON "concern" USING gin ("group_ids");--> statement-breakpoint
CREATE INDEX "concern_update_concern_id_index" ON "concern_update" USING btree ("concern_id");--> statement-breakpoint
CREATE INDEX "referral_concern_id_index" ON "referral" USING btree ("concern_id");--> statement-breakpoint
CREATE INDEX "contact_group_id_at_index" ON "contact" USING btree ("group_id","at");--> statement-breakpoint
CREATE INDEX "meeting_group_id_starts_at_index" ON "meeting" USING btree ("group_id","starts_at");--> statement-breakpoint
CREATE INDEX "promise_group_id_index" ON "promise" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "representative_group_id_index" ON "representative" USING btree ("group_id");