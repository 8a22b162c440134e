DROP INDEX "hand_out_delivery_hand_out_id_index";--> statement-breakpoint
ALTER TABLE "mail_out" ADD COLUMN "delivery_id" text;--> statement-breakpoint
CREATE UNIQUE INDEX "hand_out_reader_once" ON "hand_out_reader" USING btree ("representative_id") WHERE "hand_out_reader"."ended_on" is null;--> statement-breakpoint
ALTER TABLE "hand_out_delivery" ADD CONSTRAINT "hand_out_delivered_once" UNIQUE("hand_out_id","reader_id");