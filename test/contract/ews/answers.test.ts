import { describe, expect, it } from 'vitest';
import { readItem } from '../../../electron/exchange/ews/readItem.ts';
import { findItem } from '../../../electron/exchange/ews/operations/findItem.ts';
import { getItem } from '../../../electron/exchange/ews/operations/getItem.ts';
import { moveItem } from '../../../electron/exchange/ews/operations/moveItem.ts';
import { buildOf, productOf } from '../../../electron/exchange/ews/serverProduct.ts';
import { readAnswer, type SoapAnswer } from '../../../electron/exchange/ews/soap.ts';
import { readXml } from '../../../electron/exchange/ews/xmlReader.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { message } from '../../../shared/items/message.ts';
import { fault, failure, messages, soap } from '../../adapters/exchange/soapAnswers.ts';
import { schemaProblems } from '../schema/validate.ts';

/** The text in pieces of a size, as a network cuts it. */
async function* cut(text: string, size: number): AsyncGenerator<string, void> {
  for (let start = 0; start < text.length; start += size) yield await Promise.resolve(text.slice(start, start + size));
}

const read = (xml: string, size = 7): Promise<SoapAnswer> => readAnswer(cut(xml, size));

async function failureOf(xml: string): Promise<AppError['data']> {
  const thrown: unknown = await read(xml).catch((reason: unknown) => reason);
  if (!(thrown instanceof AppError)) throw new Error('It did not fail.');
  return thrown.data;
}

const types = 'xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"';

describe('answers', () => {
  it.each([1, 5, 64, 100_000])('are the same in pieces of %d characters', async (size) => {
    const xml = messages(
      'GetItem',
      '<m:Items><t:Message><t:ItemId Id="a&amp;b" ChangeKey="k"/><t:Subject>x &lt;y&gt; &#13;<![CDATA[ & ]]>z</t:Subject></t:Message></m:Items>',
      '<m:Items/>',
    );
    expect(schemaProblems(xml)).toEqual([]);
    const { messages: found, server } = await read(xml, size);
    expect(server).toEqual({ major: 15, minor: 2, build: 2562, revision: 17 });
    const [first, second] = found.map(getItem.parse);
    expect(second).toEqual({ kind: 'gone' });
    if (first?.kind !== 'item') throw new Error('The item was not read.');
    expect(readItem(message, first.element).values).toEqual({ id: 'a&b', subject: 'x <y> \r & z' });
  });

  it('accept any prefix for the namespaces', async () => {
    const xml =
      '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><MoveItemResponse xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"><ResponseMessages><MoveItemResponseMessage ResponseClass="Success"><ResponseCode>NoError</ResponseCode><Items><Message xmlns="http://schemas.microsoft.com/exchange/services/2006/types"><ItemId Id="n"/></Message></Items></MoveItemResponseMessage></ResponseMessages></MoveItemResponse></Body></Envelope>';
    expect(schemaProblems(xml)).toEqual([]);
    expect((await read(xml)).messages.map(moveItem.parse)).toEqual(['n']);
  });

  it('tell the end of a list by IncludesLastItemInRange alone', async () => {
    const page = (isLast: boolean): string =>
      messages(
        'FindItem',
        `<m:RootFolder IndexedPagingOffset="1" TotalItemsInView="9" IncludesLastItemInRange="${isLast}"><t:Items><t:Message><t:ItemId Id="i"/></t:Message><t:MeetingRequest><t:ItemId Id="r"/></t:MeetingRequest></t:Items></m:RootFolder>`,
      );
    const entries = [
      { id: 'i', exchangeClass: 'Message' },
      { id: 'r', exchangeClass: 'MeetingRequest' },
    ];
    expect((await read(page(false))).messages.map(findItem.parse)).toEqual([{ entries, next: 1, isLast: false }]);
    expect((await read(page(true))).messages.map(findItem.parse)).toEqual([{ entries, next: undefined, isLast: true }]);
  });

  it('keep the code, text and class of a message that failed', async () => {
    const { messages: found } = await read(failure('GetItem', 'ErrorItemNotFound', 'Not &amp; found.'));
    expect(found).toMatchObject([{ class: 'Error', code: 'ErrorItemNotFound', text: 'Not & found.' }]);
    expect((await read(failure('GetItem', 'ErrorBatchProcessingStopped', 'x', 'Warning'))).messages).toMatchObject([{ class: 'Warning' }]);
  });

  it('with a fault are failures, with the time that the server asks to wait', async () => {
    expect(await failureOf(fault('ErrorServerBusy', 30_000))).toMatchObject({
      code: 'exchange.serverBusy',
      details: { responseCode: 'ErrorServerBusy', waitMs: '30000', waitSeconds: '30' },
    });
    expect(await failureOf(soap('<s:Fault><faultcode>s:Client</faultcode><faultstring>Bad.</faultstring></s:Fault>'))).toMatchObject({
      code: 'exchange.other',
      what: 'Exchange answered Client: Bad.',
    });
    expect(await failureOf(failure('GetItem', 'ErrorServerBusy'))).toMatchObject({ code: 'exchange.serverBusy' });
  });

  it.each([
    ['nothing', ''],
    ['something that is not XML', 'Service Unavailable'],
    ['XML that is not SOAP', '<html><body/></html>'],
    ['a document that ends early', messages('GetItem', '<m:Items/>').slice(0, -40)],
    ['an entity that is not defined', soap('<x>&nbsp;</x>')],
    ['entities that grow', `<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${soap('<x>&b;</x>')}`],
    ['a prefix that is not declared', '<s:Envelope><s:Body/></s:Envelope>'],
    ['elements without end', soap('<a>'.repeat(500))],
  ])('that are %s give a clear error', async (_name, xml) => {
    expect(await failureOf(xml)).toMatchObject({ code: 'exchange.brokenXml', kind: 'operational' });
  });

  it('name product and build', () => {
    const version = (major: number, minor: number, build: number): Parameters<typeof productOf>[0] => ({ major, minor, build, revision: 1 });
    expect(
      [version(14, 3, 123), version(15, 0, 1), version(15, 1, 1), version(15, 2, 2561), version(15, 2, 2562), version(15, 20, 1), version(16, 0, 1)].map(
        productOf,
      ),
    ).toEqual([
      'Exchange Server 2010',
      'Exchange Server 2013',
      'Exchange Server 2016',
      'Exchange Server 2019',
      'Exchange Server Subscription Edition',
      'Exchange Online',
      'Exchange',
    ]);
    expect(buildOf(version(15, 2, 3))).toBe('15.2.3.1');
  });
});

describe('items', () => {
  it('people keep name and address, a list keeps the addresses', () => {
    const mailbox = '<t:Mailbox><t:Name>Ann &amp; Co</t:Name><t:EmailAddress>ann@contoso.test</t:EmailAddress></t:Mailbox>';
    const { values, people } = readItem(
      message,
      readXml(`<t:Message ${types}><t:From>${mailbox}</t:From><t:ToRecipients>${mailbox}${mailbox}</t:ToRecipients></t:Message>`),
    );
    expect(values).toEqual({ from: 'ann@contoso.test', to: ['ann@contoso.test', 'ann@contoso.test'] });
    expect(people).toEqual({ from: { name: 'Ann & Co', address: 'ann@contoso.test' } });
  });

  it('attachments become their names, dates become UTC', () => {
    const xml = `<t:Message ${types}><t:Attachments><t:FileAttachment><t:Name>a, b.txt</t:Name></t:FileAttachment><t:ItemAttachment><t:Name>mail</t:Name></t:ItemAttachment></t:Attachments><t:DateTimeReceived>2027-03-28T09:00:00+02:00</t:DateTimeReceived></t:Message>`;
    expect(readItem(message, readXml(xml)).values).toEqual({ attachments: ['a, b.txt', 'mail'], dateTimeReceived: '2027-03-28T07:00:00Z' });
  });
});
