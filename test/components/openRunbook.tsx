import { act } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createFakeClient, type FakeAnswers } from '../../renderer/api/fakeClient.ts';
import { editorCommands } from '../../renderer/commands/editorCommands.ts';
import { runCommands } from '../../renderer/commands/runCommands.ts';
import type { OpenEditor } from '../../renderer/stores/editorHistory.ts';
import { RegistryContext } from '../../renderer/stores/registry.ts';
import { createStores } from '../../renderer/stores/stores.ts';
import { activities, type Registry } from '../../shared/activities/registry.ts';
import { Connection } from '../../shared/connections/connection.ts';
import type { ConnectionEntry } from '../../shared/connections/draft.ts';
import type { Runbook } from '../../shared/runbook/runbook.ts';
import { showWith, type Shown } from './showWith.tsx';

const secret = { stored: true, where: 'keychain', store: 'Secret Service' } as const;

/** A demo configuration of each type, and one that is no demo. */
export const connectionEntries: readonly ConnectionEntry[] = [
  { key: 'demo-mailbox', secret, connection: Connection.parse({ name: 'Demo mailbox', type: 'Exchange Configuration', username: 'helpdesk', demo: true }) },
  { key: 'demo-items', secret, connection: Connection.parse({ name: 'Demo mail items', type: 'Exchange Configuration (Item Activity)', itemType: 'E-Mail Message', username: 'helpdesk', demo: true }) },
  { key: 'contoso', secret, connection: Connection.parse({ name: 'Contoso', type: 'Exchange Configuration', username: 'helpdesk@contoso.com' }) },
];

/** A part of the window over one open runbook, with what it holds now. */
export interface OpenRunbook extends Shown {
  editor(): OpenEditor;
}

/** Shows a part of the window over a runbook that is open in its tab. */
export async function showOver(document: Runbook, element: ReactElement, answers: FakeAnswers = {}, registry: Registry = activities): Promise<OpenRunbook> {
  const api = createFakeClient(answers, { runbooks: { triage: document }, connections: connectionEntries });
  const stores = createStores(api);
  await stores.connections.getState().load();
  await stores.editor.getState().load('triage');
  stores.layout.getState().openTab({ kind: 'runbook', key: 'triage' });
  const bindings = { ...editorCommands(stores, registry), ...runCommands(stores, registry) };
  const shown = showWith(<RegistryContext value={registry}>{element}</RegistryContext>, api, bindings, stores);
  await act(async () => undefined);
  return {
    ...shown,
    editor() {
      const open = stores.editor.getState().open.triage;
      if (open === undefined) throw new Error('The runbook is not open.');
      return open;
    },
  };
}
