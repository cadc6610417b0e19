import { createFakeClient, type FakeAnswers } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream, type ScriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { createStores, type Stores } from '../../../renderer/stores/stores.ts';
import type { CheckEvent } from '../../../shared/connections/checks.ts';
import { Connection } from '../../../shared/connections/connection.ts';
import type { ConnectionDraft, ConnectionEntry } from '../../../shared/connections/draft.ts';
import type { AppApi } from '../../../shared/ipc/contract.ts';

type ApiDraft = Parameters<AppApi['connections']['save']>[0];

/** A stored configuration with a stored password. */
export const contoso: ConnectionEntry = {
  key: 'contoso',
  connection: Connection.parse({ name: 'contoso', type: 'Exchange Configuration', serverAddress: 'mail.contoso.test', username: 'ana@contoso.test' }),
  secret: { stored: true, where: 'keychain', store: 'Secret Service' },
};

/** Stores over a fake client with one configuration, what was saved, and the stream of its test. */
export interface Fixture {
  readonly api: AppApi;
  readonly stores: Stores;
  readonly saved: ConnectionDraft[];
  readonly test: ScriptedStream<ApiDraft, CheckEvent>;
}

/** Makes the fixture and loads its stores. */
export async function connectionFixture(answers: FakeAnswers = {}): Promise<Fixture> {
  const test = scriptedStream<ApiDraft, CheckEvent>();
  const saved: ConnectionDraft[] = [];
  const memory = createFakeClient(answers, { connections: [contoso] });
  const api: AppApi = {
    ...memory,
    connections: {
      ...memory.connections,
      test: test.open,
      save: (draft) => {
        saved.push({ ...draft, connection: Connection.parse(draft.connection) });
        return memory.connections.save(draft);
      },
      ...answers.connections,
    },
  };
  const stores = createStores(api);
  await Promise.all([stores.connections.getState().load(), stores.app.getState().load()]);
  return { api, stores, saved, test };
}
