import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { SignIns } from '../../auth/signIns.ts';
import type { Browses } from '../../runs/browses.ts';
import type { ConnectionSecrets } from '../../secrets/connectionSecrets.ts';
import type { DemoControl } from '../../workspace/demoControl.ts';
import type { OpenWorkspace } from '../../workspace/openWorkspace.ts';

/** What looking into a mailbox needs. */
export interface MailboxHandlerParts {
  readonly workspace: OpenWorkspace;
  readonly secrets: ConnectionSecrets;
  readonly demo: DemoControl;
  readonly browses: Browses;
  readonly signIns: SignIns;
}

/** Looking into the mailboxes of saved configurations. Cancelling the stream ends the request on the wire. */
export function mailboxHandlers({ workspace, secrets, demo, browses, signIns }: MailboxHandlerParts): AppHandlers['mailbox'] {
  return {
    async browse(request, sink) {
      const { id, connections } = workspace.required();
      const stored = await connections.read(request.connection);
      if (stored.demo) await demo.ensure();
      const connection = demo.resolved(stored);
      const secret = (): Promise<string | undefined> => secrets.get({ workspace: id, key: request.connection, connection });
      await browses.browse({ connection, request, secret, token: ({ renew, labels }, asking) => signIns.token({ connection, password: secret, renew, labels, ...asking }) }, sink);
    },
  };
}
