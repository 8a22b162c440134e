CREATE TABLE "bulletin" (
	"bulletin_id" text PRIMARY KEY NOT NULL,
	"pattern_id" text NOT NULL,
	"sent_at" timestamp(0) NOT NULL,
	"sent_by" text NOT NULL,
	"sent_to" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pattern" (
	"pattern_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"closed_why" text DEFAULT '' NOT NULL,
	"group_ids" text[] DEFAULT '{}' NOT NULL,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"source" text NOT NULL,
	"code" text,
	"calls" jsonb NOT NULL,
	"synopsis" jsonb NOT NULL,
	"label" text NOT NULL,
	"release" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp(0) NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sweep_seen" (
	"person_id" text NOT NULL,
	"week" date NOT NULL,
	"kind" text NOT NULL,
	"candidate_key" text NOT NULL,
	CONSTRAINT "sweep_seen_person_id_week_kind_candidate_key_pk" PRIMARY KEY("person_id","week","kind","candidate_key")
);
--> statement-breakpoint
CREATE TABLE "sweep_verdict" (
	"verdict_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"candidate_key" text NOT NULL,
	"week" date NOT NULL,
	"category" text,
	"group_ids" text[] DEFAULT '{}' NOT NULL,
	"title" text NOT NULL,
	"sentence" text NOT NULL,
	"code" text,
	"choice" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"watch_from" integer,
	"pattern_id" text,
	"sent_to" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(0) NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp(0) NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_pattern_id_pattern_pattern_id_fk" FOREIGN KEY ("pattern_id") REFERENCES "public"."pattern"("pattern_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulletin_pattern_id_index" ON "bulletin" USING btree ("pattern_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sweep_verdict_week_kind_candidate_key_index" ON "sweep_verdict" USING btree ("week","kind","candidate_key");