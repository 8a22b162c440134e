CREATE TABLE "wall_code" (
	"code" text PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"words" text NOT NULL,
	"shown_at" timestamp(0) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wall_device" (
	"device_id" text PRIMARY KEY NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"person_id" text,
	"public_key" jsonb NOT NULL,
	"code_hash" text,
	"code_until" timestamp with time zone,
	"paired_at" timestamp(0),
	"paired_by" text,
	"last_seen_at" timestamp(0),
	"revoked_at" timestamp(0),
	"user_agent" text DEFAULT '' NOT NULL,
	CONSTRAINT "wall_device_personId_unique" UNIQUE("person_id"),
	CONSTRAINT "wall_device_codeHash_unique" UNIQUE("code_hash")
);
