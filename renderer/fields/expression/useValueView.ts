import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, tooltips } from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { showValue, valueExtensions } from './valueExtensions.ts';
import { setValueContext, type ValueContext } from './valueState.ts';

/** What a text editor shows and tells. */
export interface ValueViewProps {
  readonly value: string;
  readonly context: ValueContext;
  /** Attributes of the element that is typed into: id, role, names. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly placeholder: string | undefined;
  readonly multiline: boolean;
  readonly readOnly: boolean;
  onChange(value: string): void;
  onLeave(): void;
  onReplaceChip(): void;
}

/** An editor that is made when it is first needed: a form of thirty fields makes those that are used. */
export interface ValueView {
  /** Where the editor appears. */
  readonly holder: RefObject<HTMLDivElement | null>;
  /** The editor is there. */
  readonly isOpen: boolean;
  /** Makes the editor, unless it is there. */
  open(): EditorView | undefined;
}

const attributeExtension = ({ attributes, readOnly }: ValueViewProps): Extension => [
  EditorView.contentAttributes.of({ ...attributes }),
  EditorView.editable.of(!readOnly),
  EditorState.readOnly.of(readOnly),
];

/** The editor of a value. */
export function useValueView(props: ValueViewProps): ValueView {
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const latest = useRef(props);
  const [attributesPart] = useState(() => new Compartment());
  const [isOpen, setOpen] = useState(false);
  const { value, context, attributes, readOnly } = props;
  const { kind, facts, raw } = context;
  const attributeText = JSON.stringify(attributes);

  useLayoutEffect(() => {
    latest.current = props;
    if (view.current !== undefined) showValue(view.current, value);
  });
  useLayoutEffect(() => view.current?.dispatch({ effects: setValueContext.of({ kind, facts, raw }) }), [kind, facts, raw]);
  useLayoutEffect(() => view.current?.dispatch({ effects: attributesPart.reconfigure(attributeExtension(latest.current)) }), [attributesPart, attributeText, readOnly]);
  useEffect(() => () => {
    view.current?.destroy();
    view.current = undefined;
  }, []);

  const open = (): EditorView | undefined => {
    if (view.current !== undefined || holder.current === null) return view.current;
    const { placeholder, multiline } = latest.current;
    const events = {
      changed: (next: string) => latest.current.onChange(next),
      left: () => latest.current.onLeave(),
      replaceChip: () => latest.current.onReplaceChip(),
      undo: () => latest.current.context.facts.undo(),
      redo: () => latest.current.context.facts.redo(),
    };
    view.current = new EditorView({
      parent: holder.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [valueExtensions(latest.current.context, events, { placeholder, multiline }), attributesPart.of(attributeExtension(latest.current)), tooltips({ parent: document.body, position: 'fixed' })],
      }),
    });
    setOpen(true);
    return view.current;
  };
  return { holder, isOpen, open };
}
