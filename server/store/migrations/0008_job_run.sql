CREATE TABLE "job_run" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp(0) NOT NULL,
	"is_done" boolean NOT NULL,
	"words" text NOT NULL
);
