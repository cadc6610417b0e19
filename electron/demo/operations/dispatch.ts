import { EwsError, SoapFault } from '../soap/ewsError.ts';
import { errorTexts } from '../soap/errorTexts.ts';
import { m, type XmlElement } from '../xml/element.ts';
import type { Answer, Operation, OperationContext } from './operation.ts';

function success(operation: Operation, { content, warning }: Answer): XmlElement {
  const name = `${operation.name}ResponseMessage`;
  if (warning === undefined) return m(name, [m('ResponseCode', 'NoError'), ...content], { ResponseClass: 'Success' });
  const texts = [m('MessageText', errorTexts[warning]), m('ResponseCode', warning), m('DescriptiveLinkKey', '0')];
  return m(name, [...texts, ...content], { ResponseClass: 'Warning' });
}

function failure(operation: Operation, error: EwsError): XmlElement {
  const values = error.values.length === 0 ? undefined : m('MessageXml', error.values);
  const texts = [m('MessageText', error.message), m('ResponseCode', error.code), m('DescriptiveLinkKey', '0'), values];
  return m(`${operation.name}ResponseMessage`, [...texts, ...operation.empty], { ResponseClass: 'Error' });
}

/** Operations that need room in the mailbox. */
const storing: ReadonlySet<string> = new Set(['CreateItem', 'UpdateItem', 'CopyItem', 'CreateAttachment']);

/** Performs an operation: one response message per thing asked for. Throws SoapFault for an error of the whole request. */
export function perform(operation: Operation, request: XmlElement, context: OperationContext): XmlElement {
  const messages = operation.work(request, context).map((piece) => {
    try {
      if (context.full && storing.has(operation.name)) throw new EwsError('ErrorQuotaExceeded');
      return success(operation, piece());
    } catch (thrown) {
      if (thrown instanceof EwsError && !(thrown instanceof SoapFault)) return failure(operation, thrown);
      throw thrown;
    }
  });
  return m(`${operation.name}Response`, [m('ResponseMessages', messages)]);
}
