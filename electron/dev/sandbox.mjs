/** Chromium refuses to start its sandbox for root; a root shell is what containers give. */
export function sandboxFlags() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
