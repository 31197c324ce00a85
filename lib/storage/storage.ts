/**
 * Where files are kept that do not belong into the database. A key is one or more names of letters, digits, dots, hyphens
 * and underscores with slashes between them, none beginning with a dot.
 */
export type Storage = {
  /** Keeps the bytes under the key, in place of what is there. Whoever reads meanwhile gets the old or the new, whole. */
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Null when there is nothing under the key. */
  get: (key: string) => Promise<Uint8Array | null>;
  /** Removing what is not there does nothing. */
  remove: (key: string) => Promise<void>;
};

const KEY = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

/** Throws when it is no key: what comes from outside is never made one. */
export function insistOnKey(key: string): void {
  if (key.length > 500 || !KEY.test(key)) throw new Error("Not a key of the storage");
}
