import { EwsError } from '../soap/ewsError.ts';
import { idKind } from '../store/identifiers.ts';
import { childrenOf, m, type XmlElement } from '../xml/element.ts';
import type { Answer, Operation, OperationContext } from './operation.ts';

/** An id of any format as this server's own. */
function toOwn(id: string, format: string): string {
  if (format === 'HexEntryId') return Buffer.from(id, 'hex').toString('base64');
  return format === 'OwaId' ? decodeURIComponent(id) : id;
}

function fromOwn(id: string, format: string): string {
  if (format === 'HexEntryId') return Buffer.from(id, 'base64').toString('hex').toUpperCase();
  return format === 'OwaId' ? encodeURIComponent(id) : id;
}

function convert(source: XmlElement, format: string, { mailbox }: OperationContext): Answer {
  if (source.name !== 'AlternateId') throw new EwsError('ErrorInvalidOperation', 'This server has no public folders.');
  const own = toOwn(source.attributes['Id'] ?? '', source.attributes['Format'] ?? '');
  idKind(own);
  const type = { 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance', 'xsi:type': 't:AlternateIdType' };
  return { content: [m('AlternateId', [], { ...type, Format: format, Id: fromOwn(own, format), Mailbox: mailbox.person.address })] };
}

/** ConvertId; the answer carries the primary address of the mailbox (https://learn.microsoft.com/exchange/client-developer/web-service-reference/convertid-operation). */
export const convertId: Operation = {
  name: 'ConvertId',
  empty: [],
  work: (request, context) =>
    childrenOf(request, 'SourceIds').map((source) => () => convert(source, request.attributes['DestinationFormat'] ?? 'EwsId', context)),
};
