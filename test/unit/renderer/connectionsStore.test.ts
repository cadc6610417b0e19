import { expect, it } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { createConnectionsStore } from '../../../renderer/stores/connections.ts';
import type { CheckEvent } from '../../../shared/connections/checks.ts';
import { Connection } from '../../../shared/connections/connection.ts';
import type { AppApi } from '../../../shared/ipc/contract.ts';

type Draft = Parameters<AppApi['connections']['test']>[0];
const draft = { connection: Connection.parse({ name: 'contoso', type: 'Exchange Configuration' }) };

it('remembers the test of a new configuration under the key it gets when it is saved', async () => {
  const test = scriptedStream<Draft, CheckEvent>();
  const store = createConnectionsStore(createFakeClient({ connections: { test: test.open } }), () => 42);
  const seen: CheckEvent[] = [];
  store.getState().test(draft, (event) => seen.push(event));
  test.emit({ type: 'finished', ok: true });
  expect(store.getState().checks).toEqual({});
  const saved = await store.getState().save(draft);
  expect(saved.ok).toBe(true);
  expect(store.getState().checks).toEqual({ contoso: { ok: true, at: 42 } });
  expect(seen).toHaveLength(1);
});

it('places a saved configuration once', async () => {
  const store = createConnectionsStore(createFakeClient());
  await store.getState().save(draft);
  await store.getState().save({ ...draft, key: 'contoso', connection: { ...draft.connection, username: 'ana' } });
  expect(store.getState().entries.map(({ key, connection }) => [key, connection.username])).toEqual([['contoso', 'ana']]);
});
