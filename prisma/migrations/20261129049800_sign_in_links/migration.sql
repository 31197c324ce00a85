-- A link by e-mail that signs a member in, beside the one by which they choose a new password.
ALTER TYPE "entry_link_kind" ADD VALUE 'sign_in';
