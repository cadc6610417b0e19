import { addresses, body, choice, itemId, text } from '../fields/field.ts';
import { formatValue } from '../fields/value.ts';
import { defineActivity } from './defineActivity.ts';

/** Passes a message or appointment on (exchange-activities 4.5). */
export const forwardItem = defineActivity({
  type: 'exchange.forwardItem',
  version: 1,
  title: 'Forward Item',
  category: 'Exchange Users',
  icon: 'forward',
  summary: 'Forwards a message or an appointment.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/forward-item',
  connection: 'either',
  effect: 'sends',
  properties: {
    id: itemId({ label: 'ID', required: true, help: 'ID of the item to forward, usually subscribed from an activity that found it.' }),
    to: addresses({ label: 'To', required: true, placeholder: 'user@contoso.com', help: 'Recipients, separated by commas.' }),
    bodyPrefix: body({ label: 'Body Prefix', required: true, help: 'Text put before the original.' }),
    bcc: addresses({ label: 'Bcc', help: 'Recipients of a copy that the others do not see.' }),
    cc: addresses({ label: 'Cc', help: 'Recipients of a copy.' }),
    bodyType: choice({ label: 'Body Type', options: ['Text', 'HTML'], help: 'Whether Body Prefix is plain text or HTML; Text where not given.' }),
  },
  publishes: {
    bcc: text({ label: 'Bcc', required: true, help: 'Hidden recipients of a copy.' }),
    bodyPrefix: body({ label: 'Body Prefix', required: true, help: 'Text that was put before the original.' }),
    bodyType: text({ label: 'Body Type', required: true, help: 'Format of Body Prefix.' }),
    cc: text({ label: 'Cc', required: true, help: 'Recipients of a copy.' }),
    id: itemId({ label: 'ID', required: true, help: 'ID of the item that was forwarded.' }),
    to: text({ label: 'To', required: true, help: 'Recipients.' }),
  },
  async *run({ properties, exchange, signal }) {
    const { id, to, bodyPrefix, bodyType, cc, bcc } = properties;
    await exchange.forward({ id, to, body: bodyPrefix, bodyType, cc, bcc }, signal);
    yield { own: { bcc: formatValue(bcc), bodyPrefix, bodyType: bodyType ?? 'Text', cc: formatValue(cc), id, to: formatValue(to) } };
  },
});
