import { addresses, body, boolean, choice, files, folder, list, text } from '../fields/field.ts';
import { defineActivity } from './defineActivity.ts';

/** Builds a message and sends it at once (exchange-activities 4.1). */
export const createAndSendEmail = defineActivity({
  type: 'exchange.createAndSendEmail',
  version: 1,
  title: 'Create and Send E-Mail',
  category: 'Exchange Users',
  icon: 'send',
  summary: 'Builds a message and sends it to one or more recipients.',
  reference: 'https://learn.microsoft.com/system-center/orchestrator/create-and-send-e-mail',
  connection: 'basic',
  effect: 'sends',
  properties: {
    to: addresses({ label: 'To', required: true, placeholder: 'user@contoso.com', help: 'Recipients, separated by commas.' }),
    subject: text({ label: 'Subject', required: true, help: 'Subject line.' }),
    body: body({ label: 'Body', required: true, help: 'Text of the message.' }),
    attachments: files({ label: 'Attachments', help: 'Paths of files to attach, separated by commas. A path that holds a comma stands in double quotes.' }),
    bcc: addresses({ label: 'Bcc', help: 'Recipients of a copy that the others do not see.' }),
    bodyType: choice({ label: 'Body Type', options: ['Text', 'HTML'], help: 'Whether Body is plain text or HTML; Text where not given.' }),
    categories: list({ label: 'Categories', help: 'Categories, separated by commas.' }),
    cc: addresses({ label: 'Cc', help: 'Recipients of a copy.' }),
    destinationFolder: folder({ label: 'Destination Folder', help: 'Folder that keeps the sent copy; Sent Items where not given.' }),
    from: text({ label: 'From', help: 'Address the message comes from. Needs the right to send as or on behalf of it.' }),
    importance: choice({ label: 'Importance', options: ['Low', 'Normal', 'High'], help: 'Importance of the message.' }),
    inReplyTo: text({ label: 'In Reply To', help: 'Internet message ID of the message this one answers.' }),
    isDeliveryReceiptRequested: boolean({ label: 'Is Delivery Receipt Requested', help: 'Asks for a receipt when the message is delivered.' }),
    isReadReceiptRequested: boolean({ label: 'Is Read Receipt Requested', help: 'Asks for a receipt when the message is read.' }),
    isResponseRequested: boolean({ label: 'Is Response Requested', help: 'Asks recipients to answer.' }),
    references: text({ label: 'References', help: 'References header of the message.' }),
    sender: text({ label: 'Sender', help: 'Sender header of the message.' }),
    sensitivity: choice({ label: 'Sensitivity', options: ['Normal', 'Personal', 'Private', 'Confidential'], help: 'Sensitivity of the message.' }),
  },
  publishes: {
    destinationFolder: text({ label: 'Destination Folder', required: true, help: 'Folder that keeps the sent copy.' }),
  },
  async *run({ properties, exchange, signal }) {
    const { folder: destinationFolder } = await exchange.send(properties, signal);
    yield { own: { destinationFolder } };
  },
});
