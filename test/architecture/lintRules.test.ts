import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly filename: string;
  readonly help?: string;
}

/** What breaks a rule, where, and what the finding must say so that the reader knows the right module. */
const planted = [
  { file: 'shared/fields/reads.ts', text: "import 'node:fs';\n", says: 'declare a port' },
  { file: 'shared/fields/crosses.ts', text: "import '../../renderer/app/theme.ts';\n", says: 'shared/ imports only shared/' },
  { file: 'shared/fields/waits.ts', text: 'setTimeout(() => undefined, 1);\n', says: 'setTimeout' },
  { file: 'renderer/app/reads.ts', text: "import 'node:fs';\n", says: 'window.api' },
  { file: 'renderer/app/crosses.ts', text: "import '../../electron/log/log.ts';\n", says: 'window.api' },
  { file: 'renderer/ui/remembers.ts', text: "import '../stores/layout.ts';\n", says: 'building blocks' },
  { file: 'electron/runs/opens.ts', text: "import 'electron';\n", says: 'headless' },
  { file: 'electron/windows/fetches.ts', text: "import 'undici';\n", says: 'electron/exchange/transport.ts' },
  { file: 'electron/windows/peeks.ts', text: "import '@napi-rs/keyring';\n", says: 'SecretVault' },
  { file: 'electron/windows/asks.ts', text: "import { ipcMain } from 'electron';\nipcMain.removeAllListeners();\n", says: 'shared/ipc/contract.ts' },
  { file: 'electron/windows/loose.ts', text: 'export function loose(value: any): void {\n  void value;\n}\n', says: 'any' },
  { file: 'electron/windows/talks.ts', text: "console.log('hello');\n", says: 'console' },
  { file: 'electron/windows/whole.ts', text: 'export default 1;\n', says: 'named export' },
];

describe('lint', () => {
  let folder: string;
  let findings: readonly Finding[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'planted-'));
    for (const { file, text } of planted) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    const config = join(root, 'test/architecture/oxlint.json');
    // It looks for its part that knows types in the path, as an npm script has it.
    const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}` };
    const answer = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '-c', config, '-f', 'json', '.'], { cwd: folder, encoding: 'utf8', env });
    const report: { diagnostics: Finding[] } = JSON.parse(answer.stdout);
    findings = report.diagnostics;
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(planted)('refuses $file and says "$says"', ({ file, says }) => {
    const texts = findings.filter((finding) => finding.filename.endsWith(file)).map(({ code, message, help }) => `${code} ${message} ${help ?? ''}`);
    expect(texts.join('\n')).toContain(says);
  });
});
