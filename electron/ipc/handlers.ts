import type { AppHandlers, ChosenCommand } from '../../shared/ipc/contract.ts';
import type { Drafts } from '../workspace/drafts.ts';
import type { Log } from '../log/log.ts';
import type { History } from '../runs/history.ts';
import type { Runs } from '../runs/runs.ts';
import { appHandlers } from './handlers/app.ts';
import { commandHandlers } from './handlers/commands.ts';
import { connectionHandlers, type ConnectionParts } from './handlers/connections.ts';
import { demoHandlers, type DemoParts } from './handlers/demo.ts';
import { draftHandlers } from './handlers/drafts.ts';
import { fileHandlers } from './handlers/files.ts';
import { mailboxHandlers, type MailboxHandlerParts } from './handlers/mailbox.ts';
import { menuHandlers } from './handlers/menus.ts';
import { historyHandlers } from './handlers/history.ts';
import { globalHandlers, type GlobalParts } from './handlers/globals.ts';
import { runbookHandlers } from './handlers/runbooks.ts';
import { runHandlers } from './handlers/runs.ts';
import { secretHandlers } from './handlers/secrets.ts';
import { settingsHandlers } from './handlers/settings.ts';
import { testerHandlers } from './handlers/tester.ts';
import { traceHandlers, type TraceParts } from './handlers/traces.ts';
import { workspaceHandlers, type WorkspaceParts } from './handlers/workspace.ts';
import type { Topic } from './topic.ts';

/** Everything the handlers work with. Nothing of it is Electron's, so that the contract tests make it from real files. */
export interface HandlerParts extends ConnectionParts, DemoParts, GlobalParts, WorkspaceParts, TraceParts, MailboxHandlerParts {
  readonly log: Log;
  readonly chosen: Topic<ChosenCommand>;
  readonly drafts: Drafts;
  readonly runs: Runs;
  readonly history: History;
  /** The file with the tester's marks of the open workspace. */
  readonly testerFile: () => string;
}

/** A handler for every channel; the type refuses a missing one. */
export function createHandlers(parts: HandlerParts): AppHandlers {
  return {
    app: appHandlers(parts),
    commands: commandHandlers(parts),
    menus: menuHandlers(parts),
    settings: settingsHandlers(parts),
    workspace: workspaceHandlers(parts),
    runbooks: runbookHandlers(parts),
    drafts: draftHandlers(parts),
    connections: connectionHandlers(parts),
    mailbox: mailboxHandlers(parts),
    secrets: secretHandlers(parts),
    globals: globalHandlers(parts),
    files: fileHandlers(parts),
    runs: runHandlers(parts),
    history: historyHandlers(parts),
    tester: testerHandlers(parts),
    traces: traceHandlers(parts),
    demo: demoHandlers(parts),
  };
}
