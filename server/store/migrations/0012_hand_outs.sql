CREATE TABLE "hand_out" (
	"hand_out_id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"meeting_id" text,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"code" text NOT NULL,
	"hash" text NOT NULL,
	"released_at" timestamp(0) NOT NULL,
	"released_by" text NOT NULL,
	"withdrawn_at" timestamp(0),
	"withdrawn_why" text DEFAULT '' NOT NULL,
	"facts" jsonb NOT NULL,
	CONSTRAINT "hand_out_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "hand_out_delivery" (
	"delivery_id" text PRIMARY KEY NOT NULL,
	"hand_out_id" text NOT NULL,
	"reader_id" text NOT NULL,
	"email" text NOT NULL,
	"sent_at" timestamp(0) NOT NULL,
	"sent_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hand_out_draft" (
	"group_id" text PRIMARY KEY NOT NULL,
	"meeting_id" text,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"choices" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp(0) NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hand_out_reader" (
	"reader_id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"representative_id" text NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"consented_on" date NOT NULL,
	"consent_how" text NOT NULL,
	"ended_on" date,
	"ended_how" text DEFAULT '' NOT NULL,
	"token_hash" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp(0) NOT NULL,
	"updated_by" text NOT NULL,
	CONSTRAINT "hand_out_reader_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "hand_out_run" (
	"run_id" text PRIMARY KEY NOT NULL,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"languages" jsonb NOT NULL,
	"paper" text NOT NULL,
	"started_at" timestamp(0) NOT NULL,
	"started_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hand_out_run_page" (
	"run_id" text NOT NULL,
	"group_id" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"hand_out_id" text,
	"why" text DEFAULT '' NOT NULL,
	CONSTRAINT "hand_out_run_page_run_id_group_id_pk" PRIMARY KEY("run_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "told_cell" (
	"cell_id" text PRIMARY KEY NOT NULL,
	"category" text NOT NULL,
	"ground" jsonb NOT NULL,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"calls" integer NOT NULL,
	"hand_out_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hand_out" ADD CONSTRAINT "hand_out_group_id_group_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_out_delivery" ADD CONSTRAINT "hand_out_delivery_hand_out_id_hand_out_hand_out_id_fk" FOREIGN KEY ("hand_out_id") REFERENCES "public"."hand_out"("hand_out_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_out_delivery" ADD CONSTRAINT "hand_out_delivery_reader_id_hand_out_reader_reader_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."hand_out_reader"("reader_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_out_draft" ADD CONSTRAINT "hand_out_draft_group_id_group_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_out_reader" ADD CONSTRAINT "hand_out_reader_group_id_group_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_out_reader" ADD CONSTRAINT "hand_out_reader_representative_id_representative_representative_id_fk" FOREIGN KEY ("representative_id") REFERENCES "public"."representative"("representative_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_out_run_page" ADD CONSTRAINT "hand_out_run_page_run_id_hand_out_run_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."hand_out_run"("run_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_out_run_page" ADD CONSTRAINT "hand_out_run_page_group_id_group_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "told_cell" ADD CONSTRAINT "told_cell_hand_out_id_hand_out_hand_out_id_fk" FOREIGN KEY ("hand_out_id") REFERENCES "public"."hand_out"("hand_out_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hand_out_group_id_released_at_index" ON "hand_out" USING btree ("group_id","released_at");--> statement-breakpoint
CREATE INDEX "hand_out_meeting_id_index" ON "hand_out" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "hand_out_delivery_hand_out_id_index" ON "hand_out_delivery" USING btree ("hand_out_id");--> statement-breakpoint
CREATE INDEX "hand_out_reader_group_id_index" ON "hand_out_reader" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "told_cell_category_index" ON "told_cell" USING btree ("category");