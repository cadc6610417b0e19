import { readXml, type XmlElement } from '../../../electron/exchange/ews/xmlReader.ts';
import type { ScriptedServer } from '../../adapters/exchange/scriptedServer.ts';

/** An element without prefixes and with its text trimmed: what two clients can agree on. */
export interface Shape {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly Shape[] | string;
}

function shapeOf({ name, attributes, children, text }: XmlElement): Shape {
  return { name, attributes, content: children.length === 0 ? text : children.map(shapeOf) };
}

/** The operation of a request. */
export function operation(body: string): Shape {
  const root = shapeOf(readXml(body));
  const soapBody = typeof root.content === 'string' ? undefined : root.content.find((entry) => entry.name === 'Body');
  const first = typeof soapBody?.content === 'string' ? undefined : soapBody?.content[0];
  if (first === undefined) throw new Error(`No operation in ${body}`);
  return first;
}

/** Requests that a client sends for a task, whether the canned answers please it or not. */
export async function requestsOf(server: ScriptedServer, work: () => Promise<unknown>, wanted: string): Promise<Shape[]> {
  server.seen.splice(0);
  await work().catch(() => undefined);
  return server.seen.filter((request) => request.operation === wanted).map((request) => operation(request.body));
}

/** The one request of an operation, as we and as they send it. */
export async function bothSend(
  server: ScriptedServer,
  wanted: string,
  our: () => Promise<unknown>,
  their: () => Promise<unknown>,
): Promise<{ mine: Shape; other: Shape[] }> {
  const [mine, ...more] = await requestsOf(server, our, wanted);
  if (mine === undefined || more.length > 0) throw new Error(`${wanted} was not sent exactly once.`);
  return { mine, other: await requestsOf(server, their, wanted) };
}

/** Every element with its text, outside in. */
export function parts(shape: Shape | undefined): [string, string][] {
  if (shape === undefined) return [];
  return typeof shape.content === 'string' ? [[shape.name, shape.content]] : [[shape.name, ''], ...shape.content.flatMap(parts)];
}
