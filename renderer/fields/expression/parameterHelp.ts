import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import { EditorView, showTooltip, type Tooltip } from '@codemirror/view';
import { callAt, parameterOf, type OpenCall } from '../../../shared/runbook/expression/callAt.ts';
import { signature } from '../../../shared/runbook/expression/functionDefinition.ts';
import { factsOf } from './valueState.ts';

const focusChanged = StateEffect.define<boolean>();
const hide = StateEffect.define();

function hintDom(call: OpenCall): HTMLElement {
  const box = Object.assign(document.createElement('div'), { className: 'value-hint' });
  const shown = document.createElement('code');
  const name = parameterOf(call)?.name;
  // The parameter's name stands once in the signature, after the bracket.
  const text = signature(call.definition);
  const at = name === undefined ? -1 : text.indexOf(name, text.indexOf('('));
  if (name === undefined || at < 0) shown.append(text);
  else shown.append(text.slice(0, at), Object.assign(document.createElement('strong'), { textContent: name }), text.slice(at + name.length));
  const parameter = parameterOf(call);
  const help = parameter === undefined ? `${call.definition.name} takes no further argument.` : `${parameter.name}: ${parameter.help}`;
  box.append(shown, Object.assign(document.createElement('div'), { textContent: help }));
  return box;
}

interface Hint {
  readonly focused: boolean;
  readonly hidden: boolean;
  readonly call: OpenCall | undefined;
}

const openCall = (state: EditorState): OpenCall | undefined => (factsOf(state) === undefined ? undefined : callAt(state.doc.toString(), state.selection.main.head));

function tooltipOf({ focused, hidden, call }: Hint): Tooltip | null {
  return focused && !hidden && call !== undefined ? { pos: call.start, above: true, strictSide: false, create: () => ({ dom: hintDom(call) }) } : null;
}

const same = (a: OpenCall | undefined, b: OpenCall | undefined): boolean => a?.definition === b?.definition && a?.argument === b?.argument && a?.start === b?.start;

const hint = StateField.define<Hint>({
  create: (state) => ({ focused: false, hidden: false, call: openCall(state) }),
  update(value, transaction) {
    let { focused, hidden, call } = value;
    for (const effect of transaction.effects) {
      if (effect.is(focusChanged)) focused = effect.value;
      if (effect.is(hide)) hidden = true;
    }
    if (transaction.docChanged || transaction.selection !== undefined) {
      const next = openCall(transaction.state);
      if (!same(next, call)) [call, hidden] = [next, false];
    }
    return focused === value.focused && hidden === value.hidden && call === value.call ? value : { focused, hidden, call };
  },
  provide: (field) => showTooltip.from(field, tooltipOf),
});

/** Hides the help until the caret is in another argument; answers whether there was any. */
export function hideParameterHelp(view: EditorView): boolean {
  const value = view.state.field(hint, false);
  if (value === undefined || tooltipOf(value) === null) return false;
  view.dispatch({ effects: hide.of(null) });
  return true;
}

/** While a function is written: how it is written, and what the argument at the caret means. */
export const parameterHelp: Extension = [hint, EditorView.focusChangeEffect.of((_state, focusing) => focusChanged.of(focusing))];
