// @ts-check

/** With a channel (`ipc`) to this process, makes a Node program end when this process does. */
export function endWithUs() {
  const preload = `--import=${new URL("end-with-starter.mjs", import.meta.url)}`;
  return {
    NODE_OPTIONS: [process.env.NODE_OPTIONS, preload].filter(Boolean).join(" "),
    PROOFMARK_STARTER: String(process.pid),
  };
}
