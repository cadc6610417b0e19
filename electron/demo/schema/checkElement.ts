import { namespaces, type Position, type XmlElement } from '../xml/element.ts';
import type { Grammar, GrammarType, Particle } from './parseGrammar.ts';
import { simpleProblem } from './simpleValue.ts';

/** Where a request breaks the schema. */
export class Violation extends Error {
  readonly at: Position;

  constructor(message: string, at: Position | undefined) {
    super(message);
    this.at = at ?? { line: 1, column: 1 };
  }
}

type Complex = Extract<GrammarType, { kind: 'complex' }>;

function namespaceOf(ns: string): string {
  return Object.entries(namespaces).find(([prefix]) => prefix === ns)?.[1] ?? ns;
}

function named({ ns, name }: { readonly ns: string; readonly name: string }): string {
  return `'${name}' in namespace '${namespaceOf(ns)}'`;
}

/** The names that can stand next, for the message. */
function openings(particle: Particle): string[] {
  if (particle.kind === 'element') return [named(particle)];
  if (particle.kind === 'any') return [];
  if (particle.kind === 'choice') return particle.parts.flatMap(openings);
  const end = particle.parts.findIndex((part) => !canBeAbsent(part));
  return particle.parts.slice(0, end === -1 ? undefined : end + 1).flatMap(openings);
}

function canBeAbsent(particle: Particle): boolean {
  if (particle.least === 0) return true;
  if (particle.kind === 'sequence') return particle.parts.every(canBeAbsent);
  return particle.kind === 'choice' && particle.parts.some(canBeAbsent);
}

function canStart(particle: Particle, element: XmlElement): boolean {
  if (particle.kind === 'element') return particle.name === element.name && particle.ns === element.ns;
  if (particle.kind === 'any') return true;
  if (particle.kind === 'choice') return particle.parts.some((part) => canStart(part, element));
  for (const part of particle.parts) {
    if (canStart(part, element)) return true;
    if (!canBeAbsent(part)) return false;
  }
  return false;
}

/** Checks elements against the types of a grammar. The schema is deterministic, so the next element always decides the way. */
export function checkElement(element: XmlElement, typeName: string, grammar: Grammar): void {
  const type = grammar.types.get(typeName);
  if (type?.kind !== 'complex') {
    const problem = element.children.length > 0 ? 'It cannot contain elements.' : simpleProblem(element.text, typeName, grammar);
    if (problem !== undefined) throw new Violation(`The '${element.name}' element is invalid - ${problem}`, element.at);
    return;
  }
  const chain = chainOf(type, grammar);
  checkAttributes(element, chain, grammar);
  const text = chain.find((one) => one.text !== undefined)?.text;
  if (text !== undefined) {
    const problem = simpleProblem(element.text, text, grammar);
    if (problem !== undefined) throw new Violation(`The '${element.name}' element is invalid - ${problem}`, element.at);
    return;
  }
  if (element.children.length === 0 && element.text.trim() !== '') throw new Violation(`The element ${named(element)} cannot contain text.`, element.at);
  const content: Particle = { kind: 'sequence', parts: chain.flatMap((one) => one.content), least: 1, many: false };
  const end = match(content, element, 0, grammar);
  const extra = element.children[end];
  if (extra !== undefined) throw new Violation(`The element ${named(element)} has invalid child element ${named(extra)}.`, extra.at);
}

/** A type after those it extends. */
function chainOf(type: Complex, grammar: Grammar): readonly Complex[] {
  const base = type.base === undefined ? undefined : grammar.types.get(type.base);
  return base?.kind === 'complex' ? [...chainOf(base, grammar), type] : [type];
}

function checkAttributes(element: XmlElement, chain: readonly Complex[], grammar: Grammar): void {
  const declared = chain.flatMap((one) => one.attributes);
  for (const [name, value] of Object.entries(element.attributes)) {
    const attribute = declared.find((one) => one.name === name);
    if (attribute === undefined) throw new Violation(`The '${name}' attribute is not declared.`, element.at);
    const problem = simpleProblem(value, attribute.type, grammar);
    if (problem !== undefined) throw new Violation(`The '${name}' attribute is invalid - ${problem}`, element.at);
  }
  const missing = declared.find((one) => one.required && element.attributes[one.name] === undefined);
  if (missing !== undefined) throw new Violation(`The required attribute '${missing.name}' is missing.`, element.at);
}

/** Matches children from `start` on; answers where the particle ends. */
function match(particle: Particle, parent: XmlElement, start: number, grammar: Grammar): number {
  let index = start;
  for (let times = 0; ; times += 1) {
    const next = parent.children[index];
    if (next === undefined || !canStart(particle, next) || (times > 0 && !particle.many)) {
      if (times > 0 || canBeAbsent(particle)) return index;
      throw unexpected(particle, parent, next);
    }
    index = matchOnce(particle, parent, index, next, grammar);
  }
}

function matchOnce(particle: Particle, parent: XmlElement, start: number, next: XmlElement, grammar: Grammar): number {
  if (particle.kind === 'any') return start + 1;
  if (particle.kind === 'element') {
    if (particle.type !== 'any') checkElement(next, particle.type, grammar);
    return start + 1;
  }
  if (particle.kind === 'choice') {
    const chosen = particle.parts.find((part) => canStart(part, next));
    return chosen === undefined ? start : match(chosen, parent, start, grammar);
  }
  return particle.parts.reduce((index, part) => match(part, parent, index, grammar), start);
}

function unexpected(particle: Particle, parent: XmlElement, next: XmlElement | undefined): Violation {
  const expected = openings(particle).join(', ');
  const list = expected === '' ? '' : ` List of possible elements expected: ${expected}.`;
  if (next === undefined) return new Violation(`The element ${named(parent)} has incomplete content.${list}`, parent.at);
  return new Violation(`The element ${named(parent)} has invalid child element ${named(next)}.${list}`, next.at);
}
