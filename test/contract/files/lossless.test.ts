import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Activity, Runbook } from '../../../shared/runbook/runbook.ts';
import { changedFile, parseFile, type FileKind } from '../../../shared/workspace/files/fileKind.ts';
import { connectionFile } from '../../../shared/workspace/files/connectionFile.ts';
import { countersFile } from '../../../shared/workspace/files/countersFile.ts';
import { runbookFile } from '../../../shared/workspace/files/runbookFile.ts';
import { schedulesFile } from '../../../shared/workspace/files/schedulesFile.ts';
import { variablesFile } from '../../../shared/workspace/files/variablesFile.ts';
import { workspaceFile } from '../../../shared/workspace/files/workspaceFile.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/files');

function eachFixture<T>(kind: FileKind<T>, folder: string): void {
  for (const file of readdirSync(join(fixtures, folder))) {
    test(`${folder}/${file}: saving what was read leaves the bytes as they are`, () => {
      const text = readFileSync(join(fixtures, folder, file), 'utf8');
      const { value } = parseFile(kind, text, file);
      expect(changedFile(kind, text, value, file)).toBe(text);
    });
  }
}

describe('every fixture', () => {
  eachFixture(runbookFile, 'runbook');
  eachFixture(connectionFile, 'connection');
  eachFixture(workspaceFile, 'workspace');
  eachFixture(variablesFile, 'variables');
  eachFixture(countersFile, 'counters');
  eachFixture(schedulesFile, 'schedules');
});

/** Lines that are only in one of two texts, in order. */
function differences(before: string, after: string): { removed: string[]; added: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { removed: old.filter((line) => !now.includes(line)), added: now.filter((line) => !old.includes(line)) };
}

const commented = readFileSync(join(fixtures, 'runbook/commented.yaml'), 'utf8');
const read = (): Runbook => parseFile(runbookFile, commented, 'x').value;

function edited(change: (runbook: Runbook) => void): { removed: string[]; added: string[] } {
  const runbook = read();
  change(runbook);
  const text = changedFile(runbookFile, commented, runbook, 'x');
  expect(parseFile(runbookFile, text, 'x').value).toEqual(runbook);
  return differences(commented, text);
}

function activity(runbook: Runbook, key: string): Activity {
  const found = runbook.activities[key];
  if (found === undefined) throw new Error(`The fixture has no ${key}.`);
  return found;
}

describe('an edit changes only its own lines', () => {
  test('a scalar keeps its quotes and the comment behind it', () => {
    expect(edited((runbook) => (activity(runbook, 'find-unread').name = 'Find mail'))).toEqual({
      removed: ["    name: 'Find unread mail'"],
      added: ["    name: 'Find mail'"],
    });
    expect(edited((runbook) => (runbook.name = 'Triage: all'))).toEqual({ removed: ['name: Triage help desk mail'], added: ['name: "Triage: all"'] });
  });

  test('a box that is moved', () => {
    expect(edited((runbook) => (runbook.layout['find-unread'] = [88, 128]))).toEqual({
      removed: ['  find-unread: [80,120]'],
      added: ['  find-unread: [88, 128]'],
    });
  });

  test('a filter row in a list, in block and in flow form', () => {
    const change = edited((runbook) => {
      const [first, second] = activity(runbook, 'find-unread').filters;
      if (first) first.value = '[IT]';
      if (second) second.value = 'True';
    });
    expect(change.removed).toEqual(['        value: "[HD]"', '      - {field: Is Read, operator: equals, value: false}']);
    expect(change.added).toEqual(['        value: "[IT]"', '      - {field: Is Read, operator: equals, value: "True"}']);
  });

  test('text of several lines is a block', () => {
    const change = edited((runbook) => (activity(runbook, 'reply').properties['bodyPrefix'] = 'Good day,\n\n  indented\n'));
    expect(change.added).toEqual(['        Good day,', '          indented']);
  });

  test('an activity that is added comes after the others, with its link and place', () => {
    const change = edited((runbook) => {
      runbook.activities['file'] = { type: 'exchange.moveOrCopyItem', version: 1, name: 'File', disabled: false, properties: { folder: 'Done' }, filters: [] };
      runbook.links.push({ from: 'reply', to: 'file', include: [], exclude: [], delaySeconds: 0, disabled: false });
      runbook.layout['file'] = [640, 120];
    });
    expect(change.removed).toEqual([]);
    expect(change.added).toEqual([
      '  file:',
      '    type: exchange.moveOrCopyItem',
      '    name: File',
      '      folder: Done',
      '  - from: reply',
      '    to: file',
      '  file: [640, 120]',
    ]);
  });

  test('an activity that is removed takes its own comment with it and leaves the rest', () => {
    const runbook = read();
    delete runbook.activities['find-unread'];
    runbook.links = [];
    delete runbook.layout['find-unread'];
    const text = changedFile(runbookFile, commented, runbook, 'x');
    expect(text).not.toContain('find-unread:');
    expect(text).not.toContain('links:');
    expect(text).toContain('# Help desk: answers what came in over night.');
    expect(text).toContain('x-review:\n  by: ana');
    expect(parseFile(runbookFile, text, 'x').value).toEqual(runbook);
  });

  test('a default that was written out stays until it changes', () => {
    const text = 'name: A\norder: activity by activity\nlinks: []\n';
    const runbook = parseFile(runbookFile, text, 'x').value;
    expect(changedFile(runbookFile, text, { ...runbook, name: 'B' }, 'x')).toBe('name: B\norder: activity by activity\nlinks: []\n');
    const otherOrder: Runbook = { ...runbook, order: 'item by item' };
    expect(changedFile(runbookFile, text, otherOrder, 'x')).toBe('name: A\norder: item by item\nlinks: []\n');
  });

  test('keys this version does not know stay in a connection', () => {
    const text = readFileSync(join(fixtures, 'connection/contoso.yaml'), 'utf8');
    const { value } = parseFile(connectionFile, text, 'x');
    const next = changedFile(connectionFile, text, { ...value, serverAddress: 'ex.contoso.test', traceEws: true }, 'x');
    expect(differences(text, next)).toEqual({ removed: ['serverAddress: mail.contoso.test'], added: ['serverAddress: ex.contoso.test', 'traceEws: true'] });
  });

  test('a loop, a report, what is returned, a note and a group', () => {
    const text = readFileSync(join(fixtures, 'runbook/everyPart.yaml'), 'utf8');
    const runbook = parseFile(runbookFile, text, 'x').value;
    const wait = activity(runbook, 'wait');
    expect(wait.loop).toEqual({
      delaySeconds: 30,
      exit: [{ field: 'Item Count', operator: 'isGreaterThan', value: '0' }],
      doNotExit: [{ all: [{ status: ['failed'] }, { field: 'Loop: Number of attempts', operator: 'isLessThan', value: '3' }] }],
      maximumAttempts: 20,
      disabled: false,
    });
    if (wait.loop) Object.assign(wait.loop, { delaySeconds: 60, disabled: true });
    if (runbook.report) runbook.report = { failure: false, longerThanSeconds: 600 };
    runbook.returns.push({ name: 'Late', type: 'Boolean' });
    if (runbook.notes['hint']) runbook.notes['hint'].at = [16, 248];
    if (runbook.groups['answering']) runbook.groups['answering'].name = 'All';
    runbook.concurrency = 1;
    const next = changedFile(runbookFile, text, runbook, 'x');
    expect(parseFile(runbookFile, next, 'x').value).toEqual(runbook);
    expect(next).toContain('# read by the callers in finance');
    expect(differences(text, next)).toEqual({
      removed: ['concurrency: 3', '  failure: true', '      delaySeconds: 30   # the clerk needs a moment', '    name: Answering', '    at: [16, 240]'],
      added: ['  - name: Late', '    type: Boolean', '      delaySeconds: 60   # the clerk needs a moment', '      disabled: true', '    name: All', '    at: [16, 248]'],
    });
  });

  test('line ends of Windows stay', () => {
    const text = readFileSync(join(fixtures, 'runbook/windowsLineEnds.yaml'), 'utf8');
    const { value } = parseFile(runbookFile, text, 'x');
    const next = changedFile(runbookFile, text, { ...value, description: 'One\nTwo\n' }, 'x');
    expect(next.replaceAll('\r\n', '')).not.toContain('\n');
    expect(parseFile(runbookFile, next, 'x').value.description).toBe('One\nTwo\n');
  });
});
