import { addresses, body, boolean, choice, itemId, text } from '../fields/field.ts';
import { formatValue } from '../fields/value.ts';
import { defineActivity } from './defineActivity.ts';

/** Answers a message; the server adds recipients, subject prefix and the quoted original (exchange-activities 4.9). */
export const replyToEmail = defineActivity({
  type: 'exchange.replyToEmail',
  version: 1,
  title: 'Reply To E-Mail',
  category: 'Exchange Users',
  icon: 'reply',
  summary: 'Answers a message, to its sender or to all recipients.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/reply-to-e-mail',
  connection: 'basic',
  effect: 'sends',
  properties: {
    id: itemId({ label: 'ID', required: true, help: 'ID of the message to answer, usually subscribed from an activity that found it.' }),
    replyToAll: boolean({ label: 'Reply To All', required: true, default: 'False', help: 'Whether all original recipients get the answer.' }),
    bodyPrefix: body({ label: 'Body Prefix', required: true, help: 'Text put before the quoted message.' }),
    bodyType: choice({ label: 'Body Type', options: ['Text', 'HTML'], help: 'Whether Body Prefix is plain text or HTML; Text where not given.' }),
    cc: addresses({ label: 'Cc', help: 'Further recipients of a copy.' }),
    bcc: addresses({ label: 'Bcc', help: 'Recipients of a copy that the others do not see.' }),
  },
  publishes: {
    id: itemId({ label: 'ID', required: true, help: 'ID of the message that was answered.' }),
    replyToAll: boolean({ label: 'Reply To All', required: true, help: 'Whether all original recipients got the answer.' }),
    bodyPrefix: body({ label: 'Body Prefix', required: true, help: 'Text that was put before the quoted message.' }),
    bodyType: text({ label: 'Body Type', required: true, help: 'Format of Body Prefix.' }),
    cc: text({ label: 'Cc', required: true, help: 'Further recipients of a copy.' }),
    bcc: text({ label: 'Bcc', required: true, help: 'Hidden recipients of a copy.' }),
  },
  async *run({ properties, exchange, signal }) {
    const { id, replyToAll, bodyPrefix, bodyType, cc, bcc } = properties;
    await exchange.reply({ id, toAll: replyToAll, body: bodyPrefix, bodyType, cc, bcc }, signal);
    yield { own: { id, replyToAll, bodyPrefix, bodyType: bodyType ?? 'Text', cc: formatValue(cc), bcc: formatValue(bcc) } };
  },
});
