import { describe, expect, it } from 'vitest';
import { parseFolder } from '../../../electron/exchange/ews/folderNames.ts';

const id = 'AAMkAGQ1Zg/+'.repeat(10);
const known = (name: string, mailbox?: string): { kind: 'known'; name: string; mailbox: string | undefined } => ({ kind: 'known', name, mailbox });

describe('a folder as a person writes it', () => {
  it.each([
    ['Inbox', known('inbox'), []],
    [' sent ITEMS ', known('sentitems'), []],
    ['JunkEmail', known('junkemail'), []],
    ['Inbox\\Projects', known('inbox'), ['Projects']],
    ['Inbox/Projects/2027', known('inbox'), ['Projects', '2027']],
    ['\\Inbox\\Projects\\', known('inbox'), ['Projects']],
    ['Projects', known('msgfolderroot'), ['Projects']],
    ['Archive/Sent Items', known('msgfolderroot'), ['Archive', 'Sent Items']],
    ['helpdesk@contoso.com:Inbox', known('inbox', 'helpdesk@contoso.com'), []],
    ['helpdesk@contoso.com:Team\\Open', known('msgfolderroot', 'helpdesk@contoso.com'), ['Team', 'Open']],
    ['A: first things', known('msgfolderroot'), ['A: first things']],
    [id, { kind: 'id', id }, []],
    [`helpdesk@contoso.com:${id}`, { kind: 'id', id }, []],
  ])('%j', (folder, start, names) => {
    expect(parseFolder(folder)).toEqual({ start, names });
  });
});
