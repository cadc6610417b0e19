import type { FunctionDefinition, FunctionParameter } from './functionDefinition.ts';
import { functionNamed } from './functions.ts';

/** The function call that is being written at a place of a text, complete or not. */
export interface OpenCall {
  readonly definition: FunctionDefinition;
  /** Where the call starts: its bracket, or its name inside another call. */
  readonly start: number;
  /** Which argument the place is in, from 0. */
  readonly argument: number;
}

interface Frame {
  readonly call: OpenCall;
  quoted: boolean;
  argument: number;
}

function opening(text: string, at: number, bare: boolean): { readonly definition: FunctionDefinition; readonly end: number } | undefined {
  const pattern = bare ? /([A-Z][A-Za-z]*)\s*\(/y : /\[\s*([A-Za-z]+)\s*\(/y;
  pattern.lastIndex = at;
  const definition = functionNamed(pattern.exec(text)?.[1] ?? '');
  return definition === undefined ? undefined : { definition, end: pattern.lastIndex };
}

/** Reads one step from `at`, changing the calls that are open; answers where the next step starts. */
function step(text: string, at: number, frames: Frame[]): number {
  const top = frames.at(-1);
  const character = text.charAt(at);
  if (text.startsWith('{{', at)) {
    const close = text.indexOf('}}', at);
    if (close >= 0) return close + 2;
  }
  const bare = top !== undefined && !top.quoted && /[A-Z]/.test(character) && !/\w/.test(text.charAt(at - 1));
  const call = character === '[' || bare ? opening(text, at, character !== '[') : undefined;
  if (call !== undefined) {
    frames.push({ call: { definition: call.definition, start: at, argument: 0 }, quoted: false, argument: 0 });
    return call.end;
  }
  if (top === undefined) return at + 1;
  if (character === "'") top.quoted = top.quoted ? !/^'\s*(?:[,)]|$)/.test(text.slice(at)) : true;
  else if (!top.quoted && character === ',') top.argument += 1;
  else if (!top.quoted && character === ')') frames.pop();
  return at + 1;
}

/** The innermost call around a place, for help with its parameters while it is written. */
export function callAt(text: string, place: number): OpenCall | undefined {
  const frames: Frame[] = [];
  let at = 0;
  while (at < place) at = step(text, at, frames);
  const top = at === place ? frames.at(-1) : undefined;
  return top === undefined ? undefined : { ...top.call, argument: top.argument };
}

/** The parameter that an argument stands for; the last one may repeat. */
export function parameterOf({ definition, argument }: OpenCall): FunctionParameter | undefined {
  const last = definition.parameters.at(-1);
  return definition.parameters[argument] ?? (last?.repeats === true ? last : undefined);
}
