import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Counter } from '../../../shared/globals/counter.ts';
import { Schedule } from '../../../shared/globals/schedule.ts';
import { Variable } from '../../../shared/globals/variable.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { testApp, type TestApp } from './parts.ts';

const secret = 'Sesame-2026-öffne';

async function openNew(app: TestApp): Promise<string> {
  const path = join(app.folder, 'workspace');
  await mkdir(path);
  app.chooseNext(path);
  await app.handlers.workspace.chooseFolder();
  return path;
}

/** Everything below a folder, as one text. */
async function everything(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return (await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')))).join('\n');
}

const plain = (value: string): Variable => Variable.parse({ value });

test('an encrypted value goes to the vault, and to no file and no answer', async () => {
  await using app = await testApp();
  const path = await openNew(app);
  const saved = await app.handlers.globals.saveVariable({ name: 'Key', variable: Variable.parse({ encrypted: true, value: secret }), value: secret, isNew: true });
  expect(saved.variables).toMatchObject([{ name: 'Key', secret: { stored: true } }]);
  const id = (await app.handlers.workspace.current())?.id ?? '';
  expect(await app.keychain.get(`${id}/variables/Key/value`)).toBe(secret);
  expect(await readFile(join(path, 'variables.yaml'), 'utf8')).toBe('formatVersion: 1\nvariables:\n  Key:\n    encrypted: true\n');
  expect(await everything(app.folder)).not.toContain(secret);
  expect(JSON.stringify([saved, await app.handlers.globals.list()])).not.toContain(secret);
  expect((await app.handlers.globals.clearValue({ name: 'Key' })).variables).toMatchObject([{ secret: { stored: false } }]);
});

test('a variable that stops being encrypted leaves nothing in the vault', async () => {
  await using app = await testApp();
  await openNew(app);
  await app.handlers.globals.saveVariable({ name: 'Key', variable: Variable.parse({ encrypted: true }), value: secret, isNew: true });
  await app.handlers.globals.saveVariable({ name: 'Key', variable: plain('open'), isNew: false });
  const id = (await app.handlers.workspace.current())?.id ?? '';
  expect(await app.keychain.has(`${id}/variables/Key/value`)).toBe(false);
});

test('names are given once, whatever their case', async () => {
  await using app = await testApp();
  await openNew(app);
  await app.handlers.globals.saveVariable({ name: 'Box', variable: plain('a'), isNew: true });
  await expect(app.handlers.globals.saveVariable({ name: 'BOX', variable: plain('b'), isNew: true })).rejects.toMatchObject({ data: { code: 'global.invalid' } });
  await expect(app.handlers.globals.saveCounter({ name: 'a}b', counter: Counter.parse({}), isNew: true })).rejects.toMatchObject({ data: { code: 'global.invalid' } });
  await expect(app.handlers.globals.saveSchedule({ name: 'S', schedule: Schedule.parse({ daysOfMonth: '0' }), isNew: true })).rejects.toMatchObject({ data: { code: 'global.invalid' } });
});

test('renaming takes value and references along, but for runbooks that are open, and can be taken back', async () => {
  await using app = await testApp();
  const path = await openNew(app);
  const { globals, runbooks } = app.handlers;
  await globals.saveVariable({ name: 'Key', variable: Variable.parse({ encrypted: true }), value: secret, isNew: true });
  const uses = (name: string): Runbook =>
    Runbook.parse({
      name: 'Uses',
      activities: { tell: { type: 'notification.sendPlatformEvent', name: 'Tell', properties: { summary: `{{variables.${name}}}`, details: '{{variables.Keys}} {{tell.Key}}' } } },
    });
  const files = app.parts.workspace.required().runbooks;
  const [first, second] = [await files.add(uses('Key'), ''), await files.add(uses('Key'), 'open')];
  expect(await globals.uses({ kind: 'variables', name: 'Key' })).toEqual([
    { runbook: second.key, runbookName: 'Uses', activity: 'tell', activityName: 'Tell', field: 'Summary' },
    { runbook: first.key, runbookName: 'Uses', activity: 'tell', activityName: 'Tell', field: 'Summary' },
  ]);
  const renamed = await globals.rename({ kind: 'variables', from: 'Key', to: 'Api key', open: [second.key] });
  expect(renamed).toMatchObject({ changed: [first.key], view: { variables: [{ name: 'Api key', secret: { stored: true } }] } });
  expect((await runbooks.read({ key: first.key })).document).toEqual(uses('Api key'));
  expect((await runbooks.read({ key: second.key })).document).toEqual(uses('Key'));
  const before = await readFile(join(path, 'variables.yaml'), 'utf8');
  await globals.rename({ kind: 'variables', from: 'Api key', to: 'Key', open: [second.key] });
  expect((await runbooks.read({ key: first.key })).document).toEqual(uses('Key'));
  expect(await readFile(join(path, 'variables.yaml'), 'utf8')).toBe(before.replace('Api key', 'Key'));
});

test('counters and schedules are followed in the activities and runbooks that name them', async () => {
  await using app = await testApp();
  await openNew(app);
  const { globals, runbooks } = app.handlers;
  await globals.saveCounter({ name: 'Tickets', counter: Counter.parse({ default: 7 }), isNew: true });
  await globals.saveSchedule({ name: 'Office', schedule: Schedule.parse({}), isNew: true });
  const activities = {
    count: { type: 'utilities.modifyCounter', name: 'Count', properties: { counter: 'Tickets' } },
    check: { type: 'scheduling.checkSchedule', name: 'Check', properties: { schedule: 'Office' } },
  };
  const { key } = await app.parts.workspace.required().runbooks.add(Runbook.parse({ name: 'Uses', schedule: 'Office', activities }), '');
  expect(await globals.uses({ kind: 'schedules', name: 'Office' })).toMatchObject([{ field: 'Schedule' }, { activity: 'check', field: 'Schedule' }]);
  await globals.rename({ kind: 'counters', from: 'Tickets', to: 'Cases', open: [] });
  await globals.rename({ kind: 'schedules', from: 'Office', to: 'Hours', open: [] });
  expect((await runbooks.read({ key })).document).toMatchObject({ schedule: 'Hours', activities: { count: { properties: { counter: 'Cases' } }, check: { properties: { schedule: 'Hours' } } } });
});

test('current values of counters are shown, reset, and gone with their counter', async () => {
  await using app = await testApp();
  await openNew(app);
  const { globals } = app.handlers;
  await globals.saveCounter({ name: 'Tickets', counter: Counter.parse({ default: 7 }), isNew: true });
  const values = app.parts.counterValues((await app.handlers.workspace.current())?.id ?? '');
  await values.value('Tickets', { default: 7 }, 'Number mail', { action: 'Increment', value: 1 });
  expect((await globals.list()).counters).toMatchObject([{ name: 'Tickets', values: { 'Number mail': 8 } }]);
  expect((await globals.resetCounter({ name: 'Tickets' })).counters).toMatchObject([{ values: {} }]);
  await values.value('Tickets', { default: 7 }, 'Number mail', { action: 'Increment', value: 1 });
  await globals.remove({ kind: 'counters', name: 'Tickets' });
  expect(await values.all()).toEqual({});
});
