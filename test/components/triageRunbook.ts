import { Runbook } from '../../shared/runbook/runbook.ts';

/** Two activities and the link between them: find mail, answer it. */
export const triageRunbook = Runbook.parse({
  name: 'Triage',
  activities: {
    find: { type: 'exchange.getItem', name: 'Find', connection: 'demo-items', properties: { searchFolder: 'Inbox', searchSubfolders: 'False' } },
    reply: { type: 'exchange.replyToEmail', name: 'Reply', connection: 'demo-mailbox', properties: { id: '{{find.ID}}', replyToAll: 'False', bodyPrefix: 'Re: ' } },
  },
  links: [{ from: 'find', to: 'reply' }],
  layout: { find: [40, 40], reply: [320, 40] },
});
