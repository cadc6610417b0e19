import { autocompletion, pickedCompletion, startCompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { dataTypeWords } from '../../../shared/fields/dataTypeWords.ts';
import type { FieldKind } from '../../../shared/fields/field.ts';
import { callAt } from '../../../shared/runbook/expression/callAt.ts';
import { signature, type FunctionDefinition } from '../../../shared/runbook/expression/functionDefinition.ts';
import { functions } from '../../../shared/runbook/expression/functions.ts';
import { fittingFirst, type ExpressionFacts, type ValueSource } from './expressionFacts.ts';
import { factsOf, kindOf } from './valueState.ts';

const words = (query: string): readonly string[] => query.toLowerCase().split(/[\s.]+/).filter((word) => word !== '');
const holds = (text: string, query: string): boolean => words(query).every((word) => text.toLowerCase().includes(word));

/** How well a label answers to a search: it starts with it, a word of it does, or it holds it somewhere. */
function rank(label: string, query: string): number {
  const [text, wanted] = [label.toLowerCase(), query.toLowerCase()];
  return text.startsWith(wanted) ? 0 : text.includes(` ${wanted}`) ? 1 : 2;
}

function told(parts: readonly (readonly [tag: 'div' | 'code', text: string])[]): HTMLElement {
  const box = document.createElement('div');
  for (const [tag, text] of parts) box.append(Object.assign(document.createElement(tag), { textContent: text }));
  return box;
}

const insert = (view: EditorView, completion: Completion, from: number, to: number, text: string, caret = text.length): void =>
  view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + caret }, annotations: pickedCompletion.of(completion), userEvent: 'input.complete', scrollIntoView: true });

/** The start of a placeholder that is being written, or the caret. */
function braces(view: EditorView, from: number, to: number): { readonly from: number; readonly to: number } {
  const { doc } = view.state;
  return { from: doc.sliceString(from - 2, from) === '{{' ? from - 2 : from, to: doc.sliceString(to, to + 2) === '}}' ? to + 2 : to };
}

function sourceOption(source: ValueSource, rank: number): Completion {
  const { label, group, kind, value, help, placeholder, disabled } = source;
  const shown = value === undefined || value === '' ? '' : ` · ${value.length > 40 ? `${value.slice(0, 40)}…` : value}`;
  return {
    label,
    detail: disabled ?? `${dataTypeWords[kind]}${shown}`,
    type: disabled === undefined ? 'published' : 'later',
    section: { name: disabled === undefined ? group : `${group} (${disabled})`, rank },
    info: () => told([['div', help]]),
    apply(view, completion, from, to) {
      if (disabled !== undefined) return view.dispatch({ effects: EditorView.announce.of(`${group} ${disabled}.`) });
      const place = braces(view, from, to);
      insert(view, completion, place.from, place.to, placeholder);
    },
  };
}

function sourceOptions(facts: ExpressionFacts, kind: FieldKind | undefined, query: string): Completion[] {
  const groups = [...new Set(facts.sources.map(({ group }) => group))];
  return fittingFirst(facts.sources, query === '' ? kind : 'text')
    .filter(({ label, group, placeholder, common, disabled }) => (query === '' ? !common && disabled === undefined : holds(`${label} ${group} ${placeholder}`, query)))
    .toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || rank(a.label, query) - rank(b.label, query))
    .map((source) => sourceOption(source, groups.indexOf(source.group) + (source.disabled === undefined ? 0 : 1000)));
}

function functionOption(definition: FunctionDefinition, bracket: boolean): Completion {
  const { name, help, examples, parameters } = definition;
  const [example] = examples;
  const quoted = parameters[0]?.kind === 'text';
  const call = `${name}(${quoted ? "''" : ''})`;
  const text = bracket ? `[${call}]` : call;
  return {
    label: name,
    detail: signature(definition).slice(name.length),
    section: { name: 'Functions', rank: 2000 },
    info: () => told([['div', help], ...(example === undefined ? [] : [['code', `[${example.call}] → ${example.result}`] as const])]),
    apply(view, completion, from, to) {
      const open = bracket && view.state.doc.sliceString(from - 1, from) === '[' ? from - 1 : from;
      insert(view, completion, open, to, text, text.indexOf('(') + (quoted ? 2 : 1));
    },
  };
}

const functionOptions = (query: string, bracket: boolean): Completion[] =>
  functions.filter(({ name }) => name.toLowerCase().startsWith(query.toLowerCase())).map((definition) => functionOption(definition, bracket));

type Options = (query: string) => readonly Completion[];

/** A list that is made anew with every key, because the words of a search may stand anywhere in a name. */
function result(from: number, to: number, text: string, options: Options): CompletionResult {
  return {
    from,
    to,
    options: options(text),
    filter: false,
    update: (_current, start, end, context) => result(start, end, context.state.sliceDoc(start, end), options),
  };
}

/** What can stand at the caret: after `{{` published data and variables, after `[` functions, on Ctrl+Space both. */
export function completionsAt(context: CompletionContext): CompletionResult | null {
  const facts = factsOf(context.state);
  if (facts === undefined) return null;
  const kind = kindOf(context.state);
  const { pos } = context;
  const open = context.matchBefore(/\{\{[^{}\n]*/);
  if (open !== null) return result(open.from + 2, pos, open.text.slice(2), (query) => (query.includes('}') ? [] : sourceOptions(facts, kind, query)));
  const bracket = context.matchBefore(/\[[A-Za-z]*/);
  if (bracket !== null) return result(bracket.from + 1, pos, bracket.text.slice(1), (query) => functionOptions(query, true));
  if (!context.explicit) return null;
  const inCall = callAt(context.state.doc.toString(), pos) !== undefined;
  return result(pos, pos, '', (query) => [...sourceOptions(facts, kind, query), ...functionOptions(query, !inCall)]);
}

/** The list of published data, variables and functions beside the text. */
export const completion: Extension = [
  autocompletion({ defaultKeymap: false, override: [completionsAt], icons: false, aboveCursor: false, maxRenderedOptions: 200, interactionDelay: 0, optionClass: ({ type }) => (type === 'later' ? 'value-later' : '') }),
];

/** Opens the list at the caret. */
export const openCompletion = startCompletion;
