import type { RunEvent } from '../../../shared/engine/events.ts';
import { createDebugger } from '../../../shared/engine/debugger.ts';
import type { RunPorts } from '../../../shared/engine/ports.ts';
import { run } from '../../../shared/engine/run.ts';
import { activities } from '../../../shared/activities/registry.ts';
import type { Connection } from '../../../shared/connections/connection.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { changedCounter } from '../../../shared/globals/counter.ts';
import { runComputer, type RunComputerParts } from '../../../electron/runs/computer/runComputer.ts';
import { openSession, type ExchangeSession } from '../../../electron/exchange/session.ts';
import { runVariables } from '../../../electron/runs/runVariables.ts';
import { demoConnections, demoGlobals } from '../../../electron/workspace/demoWorkspace.ts';
import { call, every, first, monday, startTestServer } from './rawClient.ts';
import { findIn } from './requests.ts';

/** How a sample ended, and a look into the mailboxes after it. */
export interface SampleRun extends AsyncDisposable {
  readonly status: string | undefined;
  /** Errors and warnings of its activities. */
  readonly failures: readonly string[];
  /** Subjects of a folder: a well-known one, or one of this name in the help desk's mailbox. */
  subjects(folder: string, user?: string): Promise<string[]>;
}

const wellKnown = new Set(['inbox', 'sentitems', 'drafts', 'calendar', 'contacts', 'tasks']);

/** Counters of a fresh computer. */
function counting(): RunComputerParts['count'] {
  const values = new Map<string, number>();
  return async (_runbook, name, change) => {
    const counter = demoGlobals.counters[name] ?? { default: 0 };
    const before = values.get(name) ?? counter.default;
    const after = change === undefined ? before : changedCounter(counter, before, change);
    values.set(name, after);
    return after;
  };
}

function failureOf(event: RunEvent): string[] {
  if (event.type !== 'activityFinished' || event.outcome === 'success') return [];
  return [`${event.activity}: ${event.outcome} ${event.error?.what ?? event.reason ?? ''}`];
}

/** Runs a sample with the real engine and the real client on a fresh demo server, on the Monday morning of all tests. */
export async function runSample(runbook: Runbook): Promise<SampleRun> {
  const server = await startTestServer();
  const [user] = server.facts.users;
  const sessions = new Map<string, ExchangeSession>();
  const connections: Record<string, Connection> = {};
  for (const [key, connection] of Object.entries(demoConnections)) {
    connections[key] = { ...connection, serverAddress: server.facts.url, username: user?.username ?? '', domain: user?.domain ?? '' };
    sessions.set(key, openSession(connections[key], user?.password ?? '', { userAgent: 'test', onTrace: () => undefined }));
  }
  let count = 0;
  const ports: RunPorts = {
    async exchange(key, execution) {
      const session = sessions.get(key);
      if (session === undefined) throw new Error(`No connection ${key}.`);
      return session.mailbox({ execution: execution.execution, activity: execution.activity });
    },
    variables: runVariables({ variables: demoGlobals.variables, environment: {}, now: () => monday.getTime(), secret: async () => undefined }),
    computer: runComputer({ schedules: demoGlobals.schedules, watching: false, count: counting() }),
    clock: { now: () => monday.getTime(), sleep: async () => undefined },
    ids: { next: (kind) => `${kind}-${(count += 1)}` },
    host: { serverName: 'test', processId: 1 },
  };
  const setup = { runId: 'sample', registry: activities, connection: (key: string) => connections[key], runbooks: [], startedBy: 'test' as const, input: {} };
  const failures: string[] = [];
  let status: string | undefined;
  for await (const event of run(runbook, setup, ports, { signal: new AbortController().signal, gate: createDebugger({ mode: 'run', breakpoints: [], guard: false }).gate })) {
    failures.push(...failureOf(event));
    if (event.type === 'runFinished') status = event.status;
  }

  const folderId = async (name: string): Promise<string> => {
    const found = await call(
      server,
      `<m:FindFolder Traversal="Deep"><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape></m:FolderShape><m:Restriction><t:IsEqualTo><t:FieldURI FieldURI="folder:DisplayName"/><t:FieldURIOrConstant><t:Constant Value="${name}"/></t:FieldURIOrConstant></t:IsEqualTo></m:Restriction><m:ParentFolderIds><t:DistinguishedFolderId Id="msgfolderroot"/></m:ParentFolderIds></m:FindFolder>`,
    );
    return first(found, /FolderId Id="([^"]+)"/);
  };
  return {
    status,
    failures,
    async subjects(folder, username = 'helpdesk') {
      const request = wellKnown.has(folder)
        ? findIn(folder)
        : findIn('inbox').replace('<t:DistinguishedFolderId Id="inbox"/>', `<t:FolderId Id="${await folderId(folder)}"/>`);
      return every(await call(server, request, username), /<t:Subject>([^<]*)/g);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...sessions.values()].map((session) => session.close()));
      await server.close();
    },
  };
}
