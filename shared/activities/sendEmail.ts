import { itemId } from '../fields/field.ts';
import { defineActivity } from './defineActivity.ts';

/** Sends a message that exists as a draft (exchange-activities 4.10). */
export const sendEmail = defineActivity({
  type: 'exchange.sendEmail',
  version: 1,
  title: 'Send E-Mail',
  category: 'Exchange Users',
  icon: 'sendDraft',
  summary: 'Sends a draft, for example one that Create Item made.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/send-e-mail',
  connection: 'basic',
  effect: 'sends',
  properties: {
    id: itemId({ label: 'ID', required: true, help: 'ID of the draft, usually subscribed from Create Item.' }),
  },
  publishes: {
    id: itemId({ label: 'ID', required: true, help: 'ID that the draft had. The message in Sent Items has another one.' }),
  },
  async *run({ properties, exchange, signal }) {
    await exchange.sendDraft(properties.id, signal);
    yield { own: { id: properties.id } };
  },
});
