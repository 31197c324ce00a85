-- What a member decided for themselves: so far the keys of shortcuts.

-- CreateTable
CREATE TABLE "member_settings" (
    "member_id" UUID NOT NULL,
    "shortcuts" JSONB NOT NULL DEFAULT '{}',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_settings_pkey" PRIMARY KEY ("member_id")
);

-- AddForeignKey
ALTER TABLE "member_settings" ADD CONSTRAINT "member_settings_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

ALTER TABLE "member_settings" ADD CONSTRAINT "member_settings_shortcuts" CHECK (jsonb_typeof("shortcuts") = 'object');
