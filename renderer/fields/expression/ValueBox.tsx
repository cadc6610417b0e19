import { Box } from '@mui/material';
import { useEffect, useLayoutEffect, useRef, type DragEvent, type MouseEvent, type ReactElement } from 'react';
import type { FieldKind } from '../../../shared/fields/field.ts';
import { useApi } from '../../api/useApi.ts';
import { useCommands } from '../../commands/commandCenter.ts';
import { below, showMenu } from '../../commands/contextMenu.ts';
import { color, monospace } from '../../ui/color.ts';
import type { FieldControl } from '../editorProps.ts';
import { chipText } from './chips.ts';
import type { ExpressionFacts } from './expressionFacts.ts';
import { useValueView } from './useValueView.ts';
import { valueMenu } from './valueMenu.ts';
import { drawnParts, type DrawnPart } from './valueParts.ts';
import { partStyles, textBox, valueClass } from './valueStyle.ts';

interface Props {
  readonly id: string;
  readonly kind: FieldKind;
  readonly value: string;
  onChange(value: string): void;
  readonly expression: ExpressionFacts;
  /** Names of the control: the id of its label, or its name itself. */
  readonly naming: { readonly 'aria-labelledby': string } | { readonly 'aria-label': string };
  readonly describedBy?: string | undefined;
  readonly required?: boolean;
  readonly invalid?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string | undefined;
  readonly unit?: string | undefined;
  /** Lines shown at least; undefined is one line that grows but holds no line breaks. */
  readonly lines?: number | undefined;
  readonly raw?: boolean;
  onRaw?(raw: boolean): void;
  onBlur?: (() => void) | undefined;
  /** Opens the list of published data or variables; what is chosen comes through the control's `insert`. */
  onSubscribe?: ((what: 'published' | 'variable') => void) | undefined;
  readonly controlRef?: ((control: FieldControl | null) => void) | undefined;
}

const [holderClass, restClass] = ['value-editor', 'value-at-rest'];
// The editor takes the place of the text at rest in the moment it is made, so that it can be measured and focused at once.
const exchange = { [`& > .${holderClass}`]: { display: 'flex', flex: 1, minWidth: 0 }, [`& > .${holderClass}:empty, & > .${holderClass}:not(:empty) + .${restClass}`]: { display: 'none' } } as const;
const frame = { ...exchange,  display: 'flex', alignItems: 'flex-start', minHeight: 32, border: `1px solid ${color('controlBorder')}`, borderRadius: '6px', bgcolor: 'studio.surface', cursor: 'text', minWidth: 0, '&:hover': { borderColor: color('text') }, '&:focus-within': { borderColor: color('focus'), boxShadow: `inset 0 0 0 1px ${color('focus')}` } } as const;
const wrongFrame = { borderColor: color('error') } as const;

const word = (value: boolean): 'true' | 'false' => (value ? 'true' : 'false');

function Part({ part }: { readonly part: DrawnPart }): ReactElement {
  if (part.kind === 'text') return <>{part.text}</>;
  if (part.kind === 'address') return <span className={part.valid ? valueClass.address : `${valueClass.address} ${valueClass.wrong}`}>{part.text}</span>;
  return <span className={part.look.problem === undefined ? valueClass.chip : `${valueClass.chip} ${valueClass.broken}`} title={part.look.problem}>{chipText(part.look)}</span>;
}

/** The control for a value that may hold placeholders: they are shown as chips, and the text under them is what is kept. */
export function ValueBox({ id, kind, value, onChange, expression, naming, describedBy, required = false, invalid = false, disabled = false, placeholder, unit, lines, raw = false, onRaw, onBlur, onSubscribe, controlRef }: Props): ReactElement {
  const api = useApi();
  const commands = useCommands();
  const multiline = lines !== undefined;
  const attributes = {
    id,
    role: 'textbox',
    ...naming,
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
    'aria-multiline': word(multiline),
    'aria-required': word(required),
    ...(invalid ? { 'aria-invalid': word(true) } : {}),
    ...(disabled ? { 'aria-disabled': word(true), 'aria-readonly': word(true) } : {}),
    'data-undo': 'runbook',
  } as const;
  const { holder, isOpen, open } = useValueView({
    value,
    context: { kind, facts: expression, raw },
    attributes: { ...attributes, spellcheck: word(kind === 'body'), autocapitalize: 'off', ...(kind === 'itemId' ? { class: 'value-monospace' } : {}), ...(multiline ? { style: `min-height: ${lines * 20 + 10}px` } : {}) },
    placeholder,
    multiline,
    readOnly: disabled,
    onChange,
    onLeave: () => onBlur?.(),
    onReplaceChip: () => onSubscribe?.('published'),
  });

  const insert = (text: string): void => {
    const untouched = !isOpen;
    const view = open();
    if (view === undefined) return;
    const { from, to } = untouched ? { from: value.length, to: value.length } : view.state.selection.main;
    expression.endStep();
    view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length }, userEvent: 'input.complete', scrollIntoView: true });
    expression.endStep();
    view.focus();
  };
  const latest = useRef({ open, insert });
  useLayoutEffect(() => {
    latest.current = { open, insert };
  });
  useEffect(() => {
    controlRef?.({ focus: () => latest.current.open()?.focus(), insert: (text) => latest.current.insert(text) });
    return () => controlRef?.(null);
  }, [controlRef]);

  const press = (event: MouseEvent): void => {
    // The element is about to be exchanged; what the browser would do with it comes too late.
    event.preventDefault();
    if (event.button !== 0) return;
    const view = open();
    if (view === undefined) return;
    view.dispatch({ selection: { anchor: view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.doc.length } });
    view.focus();
  };
  const drop = (event: DragEvent): void => {
    const text = event.dataTransfer.getData('text/plain');
    if (text === '' || disabled) return;
    event.preventDefault();
    insert(text);
  };
  const parts = isOpen ? [] : drawnParts(value, kind, expression, raw);
  return (
    <Box
      sx={{ ...frame, ...(invalid ? wrongFrame : {}), ...(disabled ? { opacity: 0.7, cursor: 'default' } : {}) }}
      onContextMenu={(event) => {
        if (disabled) return;
        event.preventDefault();
        const view = open();
        if (!isOpen) view?.dispatch({ selection: { anchor: view.state.doc.length } });
        view?.focus();
        // Asked for by the keyboard, it opens below the text.
        void showMenu(api, commands, valueMenu(raw, onRaw, onSubscribe), event.button === 2 ? undefined : below(event.currentTarget));
      }}
    >
      <Box ref={holder} className={holderClass} />
      {!isOpen && (
        <Box
          {...attributes}
          className={restClass}
          tabIndex={0}
          onMouseDown={press}
          onFocus={() => {
            const view = open();
            if (view === undefined) return;
            // As a text field does: reached with Tab, one line is selected.
            view.dispatch({ selection: multiline ? { anchor: view.state.doc.length } : { anchor: 0, head: view.state.doc.length } });
            view.focus();
          }}
          onDragOver={(event) => event.preventDefault()}
          onDrop={drop}
          sx={{ ...textBox, ...partStyles, flex: 1, minHeight: (lines ?? 1) * 20 + 10, maxHeight: 290, overflowX: 'hidden', overflowY: 'auto', ...(kind === 'itemId' ? { fontFamily: monospace, fontSize: '0.8125rem' } : {}) }}
        >
          {parts.map((part, index) => <Part key={index} part={part} />)}
          {value === '' && placeholder !== undefined && <Box component="span" sx={{ color: 'studio.textMuted' }}>{placeholder}</Box>}
        </Box>
      )}
      {unit !== undefined && <Box component="span" sx={{ padding: '5px 10px 5px 0', lineHeight: '20px', fontSize: '0.8125rem', color: 'studio.textMuted' }}>{unit}</Box>}
    </Box>
  );
}
