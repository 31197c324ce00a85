/** The salt of what was taken out: nothing can be found out from its hash any more. */
export const NO_SALT = "00000000-0000-0000-0000-000000000000";
