ALTER TABLE "wall_device" DROP CONSTRAINT "wall_device_codeHash_unique";--> statement-breakpoint
ALTER TABLE "wall_device" ALTER COLUMN "name" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "wall_device" ALTER COLUMN "person_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "wall_device" ALTER COLUMN "paired_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "wall_device" ALTER COLUMN "paired_by" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "wall_device" DROP COLUMN "code_hash";--> statement-breakpoint
ALTER TABLE "wall_device" DROP COLUMN "code_until";