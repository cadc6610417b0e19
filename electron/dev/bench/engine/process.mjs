import { readFileSync } from 'node:fs';

/**
 * The most memory this process ever had, in MB. Linux hands the mark of the parent on to a child that it starts, so there it is read from where it
 * begins anew with the program.
 */
export function peakMegabytes() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
}

/** Milliseconds that processors have worked for this process, collecting garbage included. */
export function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
