import SubscribeIcon from '@mui/icons-material/BoltOutlined';
import RemoveIcon from '@mui/icons-material/CloseOutlined';
import ValueIcon from '@mui/icons-material/ShortTextOutlined';
import { Box, IconButton, Tooltip } from '@mui/material';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { isExpression, type TextualField } from '../../fields/editorProps.ts';
import { FieldEditor } from '../../fields/FieldEditor.tsx';
import { ExpressionHint } from './ExpressionHint.tsx';
import { choicesFor } from './choices.ts';
import type { FormFacts } from './formFacts.ts';
import { PublishedDataDialog } from './PublishedDataDialog.tsx';

interface Props {
  readonly facts: FormFacts;
  readonly activity: string;
  readonly field: TextualField;
  readonly id: string;
  readonly value: string;
  readonly error: string | undefined;
  onChange(value: string): void;
  /** Takes an optional property away. */
  onRemove?: (() => void) | undefined;
  /** The control, so that it can be focused from outside. */
  readonly controlRef?: ((control: { focus(): void } | null) => void) | undefined;
}

/** Kinds whose own editor is no text field: for them, published data is a switch between two editors. */
const picked = new Set<TextualField['kind']>(['boolean', 'choice', 'dateTime', 'runbook', 'global']);

const textControl = (id: string): HTMLInputElement | HTMLTextAreaElement | undefined => {
  const control = document.getElementById(id);
  return (control instanceof HTMLInputElement && control.type === 'text') || control instanceof HTMLTextAreaElement ? control : undefined;
};

/** One property: the editor of its data type, subscribing to published data, and what the text amounts to. */
export function PropertyField({ facts, activity, field, id, value, error, onChange, onRemove, controlRef }: Props): ReactElement {
  const [picking, setPicking] = useState<{ readonly from: number; readonly to: number } | undefined>(undefined);
  const [asText, setAsText] = useState(false);
  // A value is judged when its field is left, not while it is being typed.
  const [typing, setTyping] = useState(false);
  const caret = useRef<number | undefined>(undefined);
  const switchable = picked.has(field.kind);
  const textual = !switchable || asText || isExpression(value);
  const shownField: TextualField = switchable && textual ? { kind: 'text', label: field.label, help: field.help, ...(field.required === undefined ? {} : { required: field.required }) } : field;

  useLayoutEffect(() => {
    const control = textControl(id);
    if (caret.current === undefined || control === undefined || picking !== undefined) return;
    control.focus();
    control.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  }, [id, value, picking]);

  const pick = (): void => {
    const control = textControl(id);
    setPicking({ from: control?.selectionStart ?? value.length, to: control?.selectionEnd ?? value.length });
  };
  const change = (next: string): void => {
    setTyping(textual);
    onChange(next);
    const at = textControl(id)?.selectionStart ?? 0;
    // Typing the second brace opens the list; what was typed is replaced by the choice.
    if (textual && next.length > value.length && next.slice(at - 2, at) === '{{' && value.slice(at - 2, at) !== '{{') setPicking({ from: at - 2, to: at });
  };
  const insert = (placeholder: string): void => {
    if (picking === undefined) return;
    const before = textual ? value : '';
    const [from, to] = textual ? [picking.from, picking.to] : [0, 0];
    caret.current = from + placeholder.length;
    setAsText(switchable);
    setPicking(undefined);
    onChange(before.slice(0, from) + placeholder + before.slice(to));
  };
  const close = (): void => {
    caret.current = picking?.to;
    setPicking(undefined);
  };
  const leave = (): void => {
    setTyping(false);
    facts.endStep();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (field.kind === 'activity' || event.key !== ' ' || !(event.ctrlKey || event.metaKey) || facts.readOnly) return;
    event.preventDefault();
    pick();
  };

  const buttons = (
    <Box sx={{ display: 'flex', gap: 0.25, flexShrink: 0 }}>
      {switchable && textual && (
        <Tooltip title="Choose a value instead">
          <IconButton aria-label={`Choose a value for ${field.label}`} disabled={facts.readOnly} onClick={() => { setAsText(false); if (isExpression(value)) onChange(field.default ?? ''); }} sx={{ width: 24, height: 24 }}><ValueIcon sx={{ fontSize: 16 }} /></IconButton>
        </Tooltip>
      )}
      {field.kind !== 'activity' && <Tooltip title="Subscribe to published data (Ctrl+Space)">
        <IconButton aria-label={`Subscribe ${field.label} to published data`} disabled={facts.readOnly} onClick={pick} sx={{ width: 24, height: 24 }}><SubscribeIcon sx={{ fontSize: 16 }} /></IconButton>
      </Tooltip>}
      {onRemove !== undefined && (
        <Tooltip title="Remove this property">
          <IconButton aria-label={`Remove ${field.label}`} disabled={facts.readOnly} onClick={onRemove} sx={{ width: 24, height: 24 }}><RemoveIcon sx={{ fontSize: 16 }} /></IconButton>
        </Tooltip>
      )}
    </Box>
  );

  return (
    <Box onKeyDown={onKeyDown}>
      <FieldEditor field={shownField} choices={choicesFor(shownField, facts, activity)} id={id} value={value} onChange={change} error={typing ? undefined : error} disabled={facts.readOnly} adornment={buttons} onBlur={leave} inputRef={controlRef} />
      <ExpressionHint value={value} document={facts.document} data={facts.data} />
      {picking !== undefined && <PublishedDataDialog facts={facts} activity={activity} field={field.label} onInsert={insert} onClose={close} />}
    </Box>
  );
}
