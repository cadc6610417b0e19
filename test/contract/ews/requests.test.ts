import { describe, expect, it } from 'vitest';
import type { FolderRef } from '../../../electron/exchange/ews/ids.ts';
import { itemXml } from '../../../electron/exchange/ews/itemXml.ts';
import type { Operation } from '../../../electron/exchange/ews/operation.ts';
import { createAttachment } from '../../../electron/exchange/ews/operations/createAttachment.ts';
import { createItem } from '../../../electron/exchange/ews/operations/createItem.ts';
import { deleteDraft } from '../../../electron/exchange/ews/operations/deleteItem.ts';
import { findFolder } from '../../../electron/exchange/ews/operations/findFolder.ts';
import { findItem } from '../../../electron/exchange/ews/operations/findItem.ts';
import { getFolder } from '../../../electron/exchange/ews/operations/getFolder.ts';
import { getItem } from '../../../electron/exchange/ews/operations/getItem.ts';
import { listFolders } from '../../../electron/exchange/ews/operations/listFolders.ts';
import { listItems } from '../../../electron/exchange/ews/operations/listItems.ts';
import { copyItem, moveItem } from '../../../electron/exchange/ews/operations/moveItem.ts';
import { replyXml } from '../../../electron/exchange/ews/operations/replyToItem.ts';
import { sendItem } from '../../../electron/exchange/ews/operations/sendItem.ts';
import { restrictionXml } from '../../../electron/exchange/ews/restriction.ts';
import { envelope } from '../../../electron/exchange/ews/soap.ts';
import { prettyXml } from '../../../shared/trace/prettyXml.ts';
import type { Filter } from '../../../shared/exchange/port.ts';
import type { Field } from '../../../shared/fields/field.ts';
import { message } from '../../../shared/items/message.ts';
import { schemaProblems } from '../schema/validate.ts';
import { awkward, hostile } from './fieldValues.ts';

const inbox: FolderRef = { kind: 'known', name: 'inbox' };
const sent: FolderRef = { kind: 'known', name: 'sentitems', mailbox: 'team@contoso.test' };
const item = { id: 'AAMk+/=1', changeKey: 'CQAA' };

/** The operation's element, indented, without the envelope around it. */
function written<I, O>(operation: Operation<I, O>, input: I): string {
  const markup = operation.payload(input);
  expect(schemaProblems(envelope(markup))).toEqual([]);
  return prettyXml(markup.markup);
}

describe('requests', () => {
  it('asks for a folder', () => {
    expect(written(getFolder, inbox)).toBe(
      [
        '<m:GetFolder>',
        '  <m:FolderShape>',
        '    <t:BaseShape>IdOnly</t:BaseShape>',
        '    <t:AdditionalProperties>',
        '      <t:FieldURI FieldURI="folder:DisplayName"/>',
        '      <t:FieldURI FieldURI="folder:TotalCount"/>',
        '    </t:AdditionalProperties>',
        '  </m:FolderShape>',
        '  <m:FolderIds>',
        '    <t:DistinguishedFolderId Id="inbox"/>',
        '  </m:FolderIds>',
        '</m:GetFolder>',
      ].join('\n'),
    );
  });

  it('lists folders and items for a person to choose from', () => {
    expect(written(listFolders, { parent: sent, offset: 200 })).toContain('<m:IndexedPageFolderView MaxEntriesReturned="200" Offset="200" BasePoint="Beginning"/>');
    expect(written(listItems, { folder: inbox, search: '', offset: 0 })).not.toContain('Restriction');
    const searched = written(listItems, { folder: inbox, search: hostile, offset: 50 });
    expect(searched).toContain('<t:Contains ContainmentMode="Substring" ContainmentComparison="IgnoreCase">');
    expect(searched).toContain('<t:FieldOrder Order="Descending">');
  });

  it('looks for folders by name and at any depth', () => {
    expect(written(findFolder, { parent: inbox, traversal: 'Shallow', displayName: hostile, offset: 0 })).toContain('<t:IsEqualTo>');
    expect(written(findFolder, { parent: sent, traversal: 'Deep', offset: 200 })).toBe(
      [
        '<m:FindFolder Traversal="Deep">',
        '  <m:FolderShape>',
        '    <t:BaseShape>IdOnly</t:BaseShape>',
        '    <t:AdditionalProperties>',
        '      <t:FieldURI FieldURI="folder:DisplayName"/>',
        '    </t:AdditionalProperties>',
        '  </m:FolderShape>',
        '  <m:IndexedPageFolderView MaxEntriesReturned="200" Offset="200" BasePoint="Beginning"/>',
        '  <m:ParentFolderIds>',
        '    <t:DistinguishedFolderId Id="sentitems">',
        '      <t:Mailbox>',
        '        <t:EmailAddress>team@contoso.test</t:EmailAddress>',
        '      </t:Mailbox>',
        '    </t:DistinguishedFolderId>',
        '  </m:ParentFolderIds>',
        '</m:FindFolder>',
      ].join('\n'),
    );
  });

  it('searches for IDs, page by page, oldest first', () => {
    const filters: Filter[] = [
      { field: 'subject', operator: 'contains', value: 'a & b' },
      { field: 'isRead', operator: 'equals', value: false },
      { field: 'dateTimeReceived', operator: 'greaterThan', value: '2026-11-01T00:00:00.000Z' },
    ];
    expect(
      written(findItem, { folder: inbox, restriction: restrictionXml(message, filters), sortBy: 'item:DateTimeReceived', offset: 200, pageSize: 200 }),
    ).toBe(
      [
        '<m:FindItem Traversal="Shallow">',
        '  <m:ItemShape>',
        '    <t:BaseShape>IdOnly</t:BaseShape>',
        '  </m:ItemShape>',
        '  <m:IndexedPageItemView MaxEntriesReturned="200" Offset="200" BasePoint="Beginning"/>',
        '  <m:Restriction>',
        '    <t:And>',
        '      <t:Contains ContainmentMode="Substring" ContainmentComparison="IgnoreCase">',
        '        <t:FieldURI FieldURI="item:Subject"/>',
        '        <t:Constant Value="a &amp; b"/>',
        '      </t:Contains>',
        '      <t:IsEqualTo>',
        '        <t:FieldURI FieldURI="message:IsRead"/>',
        '        <t:FieldURIOrConstant>',
        '          <t:Constant Value="false"/>',
        '        </t:FieldURIOrConstant>',
        '      </t:IsEqualTo>',
        '      <t:IsGreaterThanOrEqualTo>',
        '        <t:FieldURI FieldURI="item:DateTimeReceived"/>',
        '        <t:FieldURIOrConstant>',
        '          <t:Constant Value="2026-11-01T00:00:00Z"/>',
        '        </t:FieldURIOrConstant>',
        '      </t:IsGreaterThanOrEqualTo>',
        '    </t:And>',
        '  </m:Restriction>',
        '  <m:SortOrder>',
        '    <t:FieldOrder Order="Ascending">',
        '      <t:FieldURI FieldURI="item:DateTimeReceived"/>',
        '    </t:FieldOrder>',
        '  </m:SortOrder>',
        '  <m:ParentFolderIds>',
        '    <t:DistinguishedFolderId Id="inbox"/>',
        '  </m:ParentFolderIds>',
        '</m:FindItem>',
      ].join('\n'),
    );
  });

  it('reads items with all properties, or with a few', () => {
    expect(written(getItem, { ids: [{ id: 'a' }, { id: 'b' }], properties: 'all' })).toBe(
      [
        '<m:GetItem>',
        '  <m:ItemShape>',
        '    <t:BaseShape>AllProperties</t:BaseShape>',
        '    <t:IncludeMimeContent>false</t:IncludeMimeContent>',
        '    <t:BodyType>Best</t:BodyType>',
        '  </m:ItemShape>',
        '  <m:ItemIds>',
        '    <t:ItemId Id="a"/>',
        '    <t:ItemId Id="b"/>',
        '  </m:ItemIds>',
        '</m:GetItem>',
      ].join('\n'),
    );
    expect(written(getItem, { ids: [item], properties: [] })).not.toContain('AdditionalProperties');
    expect(written(getItem, { ids: [item], properties: ['message:CcRecipients'] })).toContain('<t:FieldURI FieldURI="message:CcRecipients"/>');
  });

  const settable = Object.entries(message.fields).filter(([, field]: [string, Field]) => field.create !== undefined || field.update === true);
  it('writes all properties of a message in the order of the schema, whatever order they come in', () => {
    const values = Object.fromEntries(settable.toReversed().map(([key, field]) => [key, awkward(field)]));
    const markup = written(createItem, { item: itemXml(message, values), disposition: 'SendAndSaveCopy', folder: sent });
    const names = [...markup.matchAll(/^ {6}<t:((?!Mailbox)\w+)/gm)].map((match) => match[1]);
    expect(names).toEqual([
      'Subject',
      'Sensitivity',
      'Body',
      'Categories',
      'Importance',
      'InReplyTo',
      'Sender',
      'ToRecipients',
      'CcRecipients',
      'BccRecipients',
      'IsReadReceiptRequested',
      'IsDeliveryReceiptRequested',
      'From',
      'IsRead',
      'IsResponseRequested',
      'References',
    ]);
    expect(markup).not.toContain('<t:Importance>High');
  });

  it('answers one or everybody', () => {
    const answer = (all: boolean): string =>
      written(createItem, {
        item: replyXml({ to: item, all, body: hostile, bodyType: 'HTML', cc: ['c@contoso.test'], bcc: ['d@contoso.test'] }),
        disposition: 'SendAndSaveCopy',
        folder: undefined,
      });
    expect(answer(true)).toContain('<t:ReplyAllToItem>');
    expect(answer(false)).toContain('<t:ReferenceItemId Id="AAMk+/=1" ChangeKey="CQAA"/>');
  });

  it('attaches, sends, moves, copies and deletes', () => {
    expect(written(createAttachment, { item, name: 'a & b.txt', content: 'b2sK' })).toContain('<m:ParentItemId Id="AAMk+/=1" ChangeKey="CQAA"/>');
    expect(written(sendItem, { item, folder: sent })).toContain('<m:SendItem SaveItemToFolder="true">');
    expect(written(deleteDraft, { id: item.id, mode: 'HardDelete', cancellations: 'SendToNone' })).toContain('DeleteType="HardDelete"');
    for (const operation of [moveItem, copyItem]) {
      expect(written(operation, { id: 'i', folder: { kind: 'id', id: 'f' } })).toBe(
        [
          `<m:${operation.name}>`,
          '  <m:ToFolderId>',
          '    <t:FolderId Id="f"/>',
          '  </m:ToFolderId>',
          '  <m:ItemIds>',
          '    <t:ItemId Id="i"/>',
          '  </m:ItemIds>',
          '  <m:ReturnNewItemIds>true</m:ReturnNewItemIds>',
          `</m:${operation.name}>`,
        ].join('\n'),
      );
    }
  });
});
