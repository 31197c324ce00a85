// @ts-check
// Preloaded into every program a script starts: it ends when its starter is killed, for nobody would stop it later,
// and the next start would find it at work. Programs it starts in turn are its own business.

if (process.channel && process.env.PROOFMARK_STARTER === String(process.ppid)) {
  process.on("disconnect", () => process.exit(1));
  process.channel.unref();
}
