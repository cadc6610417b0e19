import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';

/** Another process that lives until it is ended. */
export async function otherProcess(): Promise<{ readonly id: number; end(): Promise<void> }> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1e6); console.log("here")'], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  return {
    id: child.pid ?? expect.fail('It did not start.'),
    async end() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** Leaves the file that a job of a process has among the places of a runbook. */
export async function placeOf(folder: string, id: number, ticket: number | 'choosing'): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, ticket === 'choosing' ? `choosing-${id}-other` : `${String(ticket).padStart(12, '0')}-${id}-other`), '');
}
