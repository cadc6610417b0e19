import { xmlReply, type Reply } from '../http/reply.ts';
import { operationNamed } from '../operations/operations.ts';
import { checkElement, Violation } from '../schema/checkElement.ts';
import { parseGrammar } from '../schema/parseGrammar.ts';
import grammarText from '../schema/requests.grammar?raw';
import { perform } from '../operations/dispatch.ts';
import type { OperationContext } from '../operations/operation.ts';
import { child, element, t, type Position, type XmlElement } from '../xml/element.ts';
import { utc, zoneNamed, type Zone } from '../zones/zone.ts';
import { parseXml, XmlProblem } from '../xml/parseXml.ts';
import { faultEnvelope, responseEnvelope } from './envelope.ts';
import { EwsError, SoapFault } from './ewsError.ts';

const knownVersions = new Set([
  'Exchange2007',
  'Exchange2007_SP1',
  'Exchange2010',
  'Exchange2010_SP1',
  'Exchange2010_SP2',
  'Exchange2013',
  'Exchange2013_SP1',
  'Exchange2015',
  'Exchange2016',
]);

/** The fault for a request that breaks the schema, with the place (Microsoft Learn: ErrorSchemaValidation). */
export function schemaFault(violation: string, at: Position): SoapFault {
  return new SoapFault('ErrorSchemaValidation', `The request failed schema validation: ${violation}`, [
    t('LineNumber', String(at.line)),
    t('LinePosition', String(at.column)),
    t('Violation', violation),
  ]);
}

const grammar = parseGrammar(grammarText);

/** Checks an element that the grammar knows by name; others pass. Throws SoapFault with the place. */
function checkAgainstSchema(source: XmlElement): void {
  const type = grammar.requests.get(`${source.ns}:${source.name}`);
  if (type === undefined) return;
  try {
    checkElement(source, type, grammar);
  } catch (thrown) {
    if (thrown instanceof Violation) throw schemaFault(thrown.message, thrown.at);
    throw thrown;
  }
}

/** The operation's element of a request, and its header. Throws SoapFault for what is no SOAP envelope. */
export function requestOf(document: string): { readonly request: XmlElement; readonly header: XmlElement | undefined } {
  let root: XmlElement;
  try {
    root = parseXml(document);
  } catch (thrown) {
    if (thrown instanceof XmlProblem) throw schemaFault(thrown.message, thrown.at);
    throw thrown;
  }
  const start = root.at ?? { line: 1, column: 1 };
  if (root.ns !== 's' || root.name !== 'Envelope') throw schemaFault('The root element is not a SOAP envelope.', start);
  const body = root.children.find((one) => one.ns === 's' && one.name === 'Body');
  if (body === undefined) throw schemaFault('The envelope has no Body.', start);
  checkHeader(child(root, 'Header'));
  const [request, second] = body.children;
  if (request === undefined || second !== undefined) throw schemaFault('The Body holds exactly one element.', body.at ?? start);
  return { request, header: child(root, 'Header') };
}

function checkHeader(header: XmlElement | undefined): void {
  const version = child(header, 'RequestServerVersion')?.attributes['Version'];
  if (version !== undefined && !knownVersions.has(version) && !/^V2\d{3}_\d{2}_\d{2}$/.test(version)) throw new SoapFault('ErrorInvalidServerVersion');
  for (const one of header?.children ?? []) checkAgainstSchema(one);
  if (child(header, 'ExchangeImpersonation') !== undefined) throw new SoapFault('ErrorImpersonateUserDenied');
}

/** The time zone of a request without one is UTC. Throws EwsError for one that is not known. */
function zoneOfRequest(header: XmlElement | undefined): Zone {
  const definition = child(child(header, 'TimeZoneContext'), 'TimeZoneDefinition');
  return definition === undefined ? utc : zoneNamed(definition.attributes['Id'] ?? '');
}

/** Which operation a request is for, without judging it; undefined where it cannot be read. */
export function operationNameOf(document: string): string | undefined {
  return /<(?:\w+:)?Body\b[^>]*>\s*(?:<!--[^]*?-->\s*)*<(?:\w+:)?(\w+)/.exec(document)?.[1];
}

/** Answers a SOAP request. Errors of the whole request are faults with status 500. */
export function answerRequest(document: string, context: Omit<OperationContext, 'zone'>): Reply {
  try {
    const { request, header } = requestOf(document);
    const operation = request.ns === 'm' ? operationNamed(request.name) : undefined;
    if (operation === undefined) throw new SoapFault('ErrorInvalidRequest', `The operation ${request.name} is not offered by this server.`);
    checkAgainstSchema(request);
    return xmlReply(200, responseEnvelope(perform(operation, request, { ...context, zone: zoneOfRequest(header) })));
  } catch (thrown) {
    if (thrown instanceof EwsError) return xmlReply(500, faultEnvelope(thrown));
    // A defect of this server is answered as Exchange answers its own, so that no client is left waiting.
    return xmlReply(
      500,
      faultEnvelope(new SoapFault('ErrorInternalServerError', undefined, [element('t', 'Value', String(thrown), { Name: 'InnerErrorMessageText' })])),
    );
  }
}
