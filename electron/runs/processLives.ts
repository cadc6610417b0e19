/** Whether there is a process with this number on this computer. */
export function processLives(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (thrown) {
    // A process of another account lives as well.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
