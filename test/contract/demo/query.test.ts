import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { call, every, first, startTestServer } from './rawClient.ts';

const uri = (field: string) => `<t:FieldURI FieldURI="${field}"/>`;
const compare = (operator: string, field: string, value: string) =>
  `<t:${operator}>${uri(field)}<t:FieldURIOrConstant><t:Constant Value="${value}"/></t:FieldURIOrConstant></t:${operator}>`;
const contains = (field: string, value: string, mode: string, comparison: string) =>
  `<t:Contains ContainmentMode="${mode}" ContainmentComparison="${comparison}">${uri(field)}<t:Constant Value="${value}"/></t:Contains>`;

function find({
  filter = '',
  view = '',
  sort = '',
  folder = 'inbox',
  fields = ['item:Subject'],
}: {
  filter?: string;
  view?: string;
  sort?: string;
  folder?: string;
  fields?: string[];
}): string {
  const restriction = filter === '' ? '' : `<m:Restriction>${filter}</m:Restriction>`;
  return `<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties>${fields.map(uri).join('')}</t:AdditionalProperties></m:ItemShape>${view}${restriction}${sort}
<m:ParentFolderIds><t:DistinguishedFolderId Id="${folder}"/></m:ParentFolderIds></m:FindItem>`;
}

describe('searching a folder', () => {
  let server: DemoServer;
  beforeAll(async () => {
    server = await startTestServer();
    const draft = (number: number) =>
      `<t:Message><t:Subject>Bulk ${String(number).padStart(3, '0')}</t:Subject><t:Sensitivity>${number % 2 === 0 ? 'Private' : 'Normal'}</t:Sensitivity></t:Message>`;
    await call(
      server,
      `<m:CreateItem MessageDisposition="SaveOnly"><m:SavedItemFolderId><t:DistinguishedFolderId Id="junkemail"/></m:SavedItemFolderId><m:Items>${Array.from({ length: 1100 }, (_, number) => draft(number)).join('')}</m:Items></m:CreateItem>`,
    );
  });
  afterAll(() => server.close());

  const subjects = async (filter: string) => every(await call(server, find({ filter })), /<t:Subject>([^<]*)/g);

  it.each([
    ['equal, whatever the case', compare('IsEqualTo', 'item:Subject', 'TEAM MEETING: POINTS FOR WEDNESDAY'), 1],
    ['the beginning', contains('item:Subject', 'Alert:', 'Prefixed', 'Exact'), 3],
    ['the beginning, in another case', contains('item:Subject', 'alert:', 'Prefixed', 'Exact'), 0],
    ['the beginning, ignoring case', contains('item:Subject', 'alert:', 'Prefixed', 'IgnoreCase'), 3],
    ['without accents', contains('item:Subject', 'UMLAUTS', 'Substring', 'LooseAndIgnoreCaseAndIgnoreNonSpace'), 1],
    ['the whole text', contains('item:Subject', 'Alert', 'FullString', 'IgnoreCase'), 0],
    ['beginnings of words', contains('item:Subject', 'sho', 'PrefixOnWords', 'IgnoreCase'), 1],
    ['a phrase of whole words', contains('item:Subject', 'mail queue', 'ExactPhrase', 'IgnoreCase'), 2],
    ['a phrase cut in a word', contains('item:Subject', 'mail que', 'ExactPhrase', 'IgnoreCase'), 0],
    ['a sender by name', compare('IsEqualTo', 'message:From', 'Monitoring'), 6],
    ['a sender by address', compare('IsEqualTo', 'message:From', 'monitoring@contoso.test'), 6],
    ['text of the body', contains('item:Body', 'EXCEL.EXE', 'Substring', 'Exact'), 0],
    ['text of an HTML body', contains('item:Body', 'ribbon, no difference', 'Substring', 'Exact'), 1],
    ['a category', compare('IsEqualTo', 'item:Categories', 'Alerts'), 4],
    ['importance in its own order', compare('IsGreaterThan', 'item:Importance', 'Normal'), 6],
    ['files', compare('IsEqualTo', 'item:HasAttachments', '1'), 7],
    ['nothing that starts later', compare('IsGreaterThan', 'item:DateTimeReceived', '2026-11-23T09:30:00Z'), 0],
    [
      'two properties compared',
      '<t:IsEqualTo><t:FieldURI FieldURI="item:DateTimeSent"/><t:FieldURIOrConstant><t:FieldURI FieldURI="item:DateTimeReceived"/></t:FieldURIOrConstant></t:IsEqualTo>',
      40,
    ],
  ])('finds %s', async (_what, filter, count) => {
    expect(await subjects(filter)).toHaveLength(count);
  });

  it('names properties that cannot be searched or sorted by, and values that are none', async () => {
    expect(await call(server, find({ filter: compare('IsEqualTo', 'message:ToRecipients', 'x') }))).toContain('ErrorUnsupportedPathForQuery');
    const sort = '<m:SortOrder><t:FieldOrder Order="Ascending"><t:FieldURI FieldURI="message:ToRecipients"/></t:FieldOrder></m:SortOrder>';
    expect(await call(server, find({ sort }))).toContain('ErrorUnsupportedPathForSortGroup');
    expect(await call(server, find({ filter: compare('IsEqualTo', 'message:IsRead', 'maybe') }))).toContain('ErrorInvalidValueForProperty');
  });

  it('answers at most 1000 items, 250 with a filter, and tells where to go on', async () => {
    const view = (offset: number) => `<m:IndexedPageItemView MaxEntriesReturned="5000" Offset="${offset}" BasePoint="Beginning"/>`;
    const pages = async (filter: string) => {
      const sizes: number[] = [];
      for (let offset = 0, last = false; !last;) {
        const page = await call(server, find({ folder: 'junkemail', filter, view: view(offset) }));
        sizes.push(every(page, /(ItemId) /g).length);
        offset = Number(first(page, /IndexedPagingOffset="(\d+)"/));
        last = page.includes('IncludesLastItemInRange="true"');
      }
      return sizes;
    };
    expect(await pages('')).toEqual([1000, 100]);
    expect(await pages(compare('IsEqualTo', 'item:Sensitivity', 'Private'))).toEqual([250, 250, 50]);
  });

  it('sorts by several properties', async () => {
    const order = (direction: string, field: string) => `<t:FieldOrder Order="${direction}">${uri(field)}</t:FieldOrder>`;
    const view = '<m:IndexedPageItemView MaxEntriesReturned="2" Offset="549" BasePoint="Beginning"/>';
    const sort = `<m:SortOrder>${order('Descending', 'item:Sensitivity')}${order('Descending', 'item:Subject')}</m:SortOrder>`;
    expect(every(await call(server, find({ folder: 'junkemail', view, sort })), /<t:Subject>([^<]*)/g)).toEqual(['Bulk 000', 'Bulk 999']);
  });

  it('never answers bodies or recipients in a search, and cuts long texts', async () => {
    const long = 'x'.repeat(400);
    await call(
      server,
      `<m:CreateItem MessageDisposition="SaveOnly"><m:SavedItemFolderId><t:DistinguishedFolderId Id="notes"/></m:SavedItemFolderId><m:Items><t:Message><t:Subject>${long}</t:Subject><t:ToRecipients><t:Mailbox><t:EmailAddress>ana@contoso.test</t:EmailAddress></t:Mailbox></t:ToRecipients></t:Message></m:Items></m:CreateItem>`,
    );
    const found = await call(
      server,
      find({ folder: 'notes', fields: ['item:Subject', 'item:Body', 'item:Attachments', 'message:ToRecipients', 'item:DisplayTo'] }),
    );
    expect(first(found, /<t:Subject>([^<]*)/)).toHaveLength(255);
    expect(found).not.toMatch(/<t:(Body|ToRecipients|Attachments)\b/);
    expect(found).toContain('<t:DisplayTo>');
  });
});
