import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RunbookFiles } from '../../../electron/workspace/runbookFiles.ts';
import { newFile } from '../../../shared/workspace/files/fileKind.ts';
import { runbookFile } from '../../../shared/workspace/files/runbookFile.ts';
import type { RunbookFinds } from '../../../shared/ipc/contract.ts';
import { mailRunbook } from '../../fixtures/runbooks.ts';
import { scratchFolder } from '../scratch.ts';

async function files(folder: string): Promise<RunbookFiles> {
  await mkdir(join(folder, 'helpdesk'));
  await writeFile(join(folder, 'helpdesk/answer.yaml'), newFile(runbookFile, mailRunbook));
  await writeFile(join(folder, 'broken.yaml'), 'activities: [');
  await writeFile(join(folder, 'other.yaml'), newFile(runbookFile, { ...mailRunbook, name: 'Other', activities: {}, links: [], layout: {} }));
  return new RunbookFiles(folder, async () => {});
}

describe('searching all runbooks', () => {
  test('tells of each runbook in which the text stands, and passes over files that cannot be read', async () => {
    await using folder = await scratchFolder();
    const finds: RunbookFinds[] = [];
    await (await files(folder.path)).search('RECEIVED', (found) => finds.push(found), new AbortController().signal);
    expect(finds).toEqual([{ key: 'helpdesk/answer', name: 'Answer mail', found: [{ subject: { kind: 'activity', key: 'reply', field: 'bodyPrefix' }, title: 'Reply', where: 'Body Prefix', text: 'Received: {{find.Subject}}' }], more: 0 }]);
  });

  test('stops between two files when it is cancelled', async () => {
    await using folder = await scratchFolder();
    const abort = new AbortController();
    const finds: RunbookFinds[] = [];
    const search = (await files(folder.path)).search('mail', (found) => {
      finds.push(found);
      abort.abort();
    }, abort.signal);
    await expect(search).rejects.toMatchObject({ data: { kind: 'cancelled' } });
    expect(finds).toHaveLength(1);
  });
});
