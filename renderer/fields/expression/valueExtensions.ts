import { closeCompletion, completionKeymap, completionStatus } from '@codemirror/autocomplete';
import { insertNewline, standardKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { Annotation, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { pastedAddresses } from '../../../shared/fields/addressList.ts';
import { chipAt, chips } from './chips.ts';
import { completion, openCompletion } from './completion.ts';
import { hideParameterHelp, parameterHelp } from './parameterHelp.ts';
import { valueContext, type ValueContext } from './valueState.ts';
import { floatingTheme, valueTheme } from './valueStyle.ts';

/** Marks a change that comes from outside, for example from undo. */
export const external = Annotation.define<boolean>();

/** What an editor tells its field. */
export interface ValueEvents {
  changed(value: string): void;
  left(): void;
  /** A chip was chosen to be replaced; it is selected. */
  replaceChip(): void;
  undo(): void;
  redo(): void;
}

const pasteAddresses = EditorView.domEventHandlers({
  paste(event, view) {
    const list = view.state.field(valueContext)?.kind === 'addresses' ? pastedAddresses(event.clipboardData?.getData('text/plain') ?? '') : undefined;
    if (list === undefined) return false;
    const { from, to } = view.state.selection.main;
    const before = view.state.doc.sliceString(0, from);
    const text = `${before.trim() === '' || /[;,]\s*$/.test(before) ? '' : '; '}${list}`;
    view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length }, userEvent: 'input.paste' });
    event.preventDefault();
    return true;
  },
});

function historyOf(events: ValueEvents): Extension {
  const run = (action: () => void) => (): boolean => {
    action();
    return true;
  };
  return [
    keymap.of([
      { key: 'Mod-z', run: run(events.undo), shift: run(events.redo) },
      { key: 'Mod-Z', run: run(events.redo) },
      { key: 'Mod-y', run: run(events.redo) },
    ]),
    // The system's own menus ask this way.
    EditorView.domEventHandlers({
      beforeinput(event) {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
        event.preventDefault();
        (event.inputType === 'historyUndo' ? events.undo : events.redo)();
        return true;
      },
    }),
  ];
}

/** Escape closes what floats above the field. Suggestions that are still being looked for are not seen: the key is not used up for them. */
function closeShown(view: EditorView): boolean {
  const shown = completionStatus(view.state) === 'active';
  const closed = closeCompletion(view);
  return (shown && closed) || hideParameterHelp(view);
}

const oneLine: Extension = [keymap.of([{ key: 'Enter', run: () => true, shift: () => true }]), EditorView.clipboardInputFilter.of((text) => text.replaceAll(/\s*\r?\n\s*/g, ' '))];
const severalLines: Extension = keymap.of([{ key: 'Enter', run: insertNewline, shift: insertNewline }]);

/** Everything an editor of a value does. It keeps no history: undo is the runbook's. */
export function valueExtensions(context: ValueContext, events: ValueEvents, look: { readonly placeholder: string | undefined; readonly multiline: boolean }): Extension {
  return [
    valueContext.init(() => context),
    completion,
    parameterHelp,
    chips,
    keymap.of([{ key: 'Ctrl-Space', run: openCompletion }, ...completionKeymap.filter(({ key }) => key !== 'Escape'), { key: 'Escape', run: closeShown }]),
    historyOf(events),
    look.multiline ? severalLines : oneLine,
    keymap.of(standardKeymap),
    pasteAddresses,
    bracketMatching({ brackets: '()[]' }),
    EditorView.lineWrapping,
    look.placeholder === undefined ? [] : placeholder(look.placeholder),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !update.transactions.some((transaction) => transaction.annotation(external) === true)) events.changed(update.state.doc.toString());
    }),
    EditorView.domEventHandlers({
      blur: () => events.left(),
      dblclick(event, view) {
        const chip = chipAt(view, event.target);
        if (chip === undefined) return false;
        view.dispatch({ selection: { anchor: chip.start, head: chip.end } });
        events.replaceChip();
        return true;
      },
    }),
    valueTheme,
    floatingTheme,
  ];
}

/** Brings a text that changed outside into an editor, touching only what differs, so that the caret stays where it can. */
export function showValue(view: EditorView, value: string): void {
  const before = view.state.doc.toString();
  if (before === value) return;
  let from = 0;
  while (from < before.length && from < value.length && before.charAt(from) === value.charAt(from)) from += 1;
  let back = 0;
  while (back < before.length - from && back < value.length - from && before.charAt(before.length - 1 - back) === value.charAt(value.length - 1 - back)) back += 1;
  view.dispatch({ changes: { from, to: before.length - back, insert: value.slice(from, value.length - back) }, annotations: external.of(true) });
}
