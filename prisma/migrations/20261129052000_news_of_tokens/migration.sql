-- A member is told of a token that was made for their account. It has no article and no claim, as news of accounts have none.
ALTER TYPE "notification_kind" ADD VALUE 'token_made';
