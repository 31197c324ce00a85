-- What browsers have sent, by an id they made for it: sent again, because the answer was lost on its way, it is not done
-- twice. Rows go after a day.
CREATE TABLE "sent_forms" (
    "id" UUID NOT NULL,
    "answer" BYTEA,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sent_forms_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sent_forms_sent_at_idx" ON "sent_forms"("sent_at");
