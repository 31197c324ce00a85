-- A member is told of changes to how they sign in. Nobody else did them, so that "notifications_about" holds as it is.
ALTER TYPE "notification_kind" ADD VALUE 'two_factor_on';
ALTER TYPE "notification_kind" ADD VALUE 'two_factor_off';
ALTER TYPE "notification_kind" ADD VALUE 'passkey_added';
ALTER TYPE "notification_kind" ADD VALUE 'passkey_removed';
ALTER TYPE "notification_kind" ADD VALUE 'password_changed';
ALTER TYPE "notification_kind" ADD VALUE 'password_reset';
ALTER TYPE "notification_kind" ADD VALUE 'provider_linked';
