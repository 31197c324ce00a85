/** The most characters of a bio, in UTF-16 code units: a CHECK of the database counts them too. */
export const BIO_LENGTH = 600;
