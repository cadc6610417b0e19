import { expect, test } from 'vitest';
import { consequencesOf, realConnections } from '../../../renderer/stores/consequences.ts';
import { activities } from '../../../shared/activities/registry.ts';
import { Connection } from '../../../shared/connections/connection.ts';
import type { ConnectionEntry } from '../../../shared/connections/draft.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { targetOf, type WorkspaceTarget } from '../../../shared/runbook/targets.ts';
import { runbook } from '../../fixtures/runbooks.ts';

const secret = { stored: true, where: 'keychain', store: 'Secret Service' } as const;
const entry = (key: string, demo: boolean): ConnectionEntry => ({ key, secret, connection: Connection.parse({ name: `${key} mailbox`, type: 'Exchange Configuration', username: `${key}@contoso.com`, demo }) });
const connections = [entry('real', false), entry('other', false), entry('demo', true)];

const call = (name: string): object => ({ type: 'control.invokeRunbook', name: `Call ${name}`, properties: { runbook: name } });
const remove = (connection: string, more: object = {}): object => ({ type: 'exchange.deleteItem', name: 'Remove', connection, ...more });
const reply = { type: 'exchange.replyToEmail', name: 'Reply', connection: 'other' };

const inner = runbook({ name: 'Inner', activities: { reply, back: call('outer'), quiet: remove('demo'), off: remove('real', { disabled: true }) } });
const middle = runbook({ name: 'Middle', activities: { down: call('folder/inner'), byPath: call('{{start.Path}}') } });
const targets = (books: Readonly<Record<string, Runbook>>): WorkspaceTarget[] => Object.entries(books).map(([key, document]) => ({ key, name: document.name, ...targetOf(document, activities) }));

function tested(document: Runbook, running = Object.keys(document.activities)): Parameters<typeof consequencesOf>[0] {
  return { document, running: new Set(running), registry: activities, connections, targets: targets({ outer: document, middle, 'folder/inner': inner }) };
}

test('what invoked runbooks do, however deep, is told before a test, once and with their name', () => {
  const outer = runbook({ name: 'Outer', activities: { remove: remove('real'), down: call('middle') } });
  expect(consequencesOf(tested(outer))).toEqual([
    { effect: 'sends', activities: ['Inner › Reply'], mailboxes: ['other@contoso.com'] },
    // It is invoked by the runbook that it invokes.
    { effect: 'deletes', activities: ['Remove', 'Outer › Remove'], mailboxes: ['real@contoso.com'] },
  ]);
  expect(realConnections(tested(outer))).toEqual(['real mailbox', 'other mailbox']);
});

test('what does not run invokes nothing', () => {
  const outer = runbook({ name: 'Outer', activities: { find: { type: 'exchange.getItem', name: 'Find', connection: 'real' }, down: call('middle') } });
  expect(consequencesOf(tested(outer, ['find']))).toEqual([]);
  expect(realConnections(tested(outer, ['find']))).toEqual(['real mailbox']);
  const off = runbook({ name: 'Outer', activities: { down: { ...call('middle'), disabled: true } } });
  expect(consequencesOf(tested(off))).toEqual([]);
});
