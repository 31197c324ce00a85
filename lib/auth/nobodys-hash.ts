/** The hash of a random password nobody kept, at the cost of all others: it signs nobody in. */
export const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$0bROzHb9PferfXpQ13/RGg$dhksGMiA14xqd3DvQEnKOiPlaGipr89tFkemUhCDdbM";
