import SubscribeIcon from '@mui/icons-material/BoltOutlined';
import RemoveIcon from '@mui/icons-material/CloseOutlined';
import { Box, IconButton, Tooltip } from '@mui/material';
import { memo, useCallback, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { isExpression, type Choice, type FieldControl, type TextualField } from '../../fields/editorProps.ts';
import type { ExpressionFacts } from '../../fields/expression/expressionFacts.ts';
import { PublishedDataDialog } from '../../fields/expression/PublishedDataDialog.tsx';
import { FieldEditor } from '../../fields/FieldEditor.tsx';
import type { PreviewRow } from './previewRow.ts';
import { ValuePreview } from './ValuePreview.tsx';
import { ValueSwitch } from './ValueSwitch.tsx';

interface Props {
  readonly expression: ExpressionFacts;
  readonly row: PreviewRow;
  readonly field: TextualField;
  readonly id: string;
  /** What the field is called where it is changed. */
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
  /** What a field that names something offers. */
  readonly choices?: readonly Choice[] | undefined;
  /** Key of the configuration whose mailbox can be looked into. */
  readonly mailbox?: string | undefined;
  readonly readOnly: boolean;
  onChange(name: string, value: string): void;
  /** Takes an optional property away. */
  onRemove?: ((name: string) => void) | undefined;
  /** Given the control, so that it can be focused from outside. */
  onControl?: ((name: string, control: FieldControl | null) => void) | undefined;
}

/** Kinds whose own editor is no text field: for them, published data is a switch between two editors. */
const picked = new Set<TextualField['kind']>(['boolean', 'choice', 'dateTime', 'runbook', 'global']);

const small = { width: 24, height: 24 } as const;

/** One property: the editor of its data type, subscribing to published data, and what the text amounts to. */
export const PropertyField = memo(function PropertyField({ expression, row, field, id, name, value, error, choices, mailbox, readOnly, onChange, onRemove, onControl }: Props): ReactElement {
  const [picking, setPicking] = useState<'published' | 'variable' | undefined>(undefined);
  const [asText, setAsText] = useState(false);
  // A value is judged when its field is left, not while it is being typed.
  const [typing, setTyping] = useState(false);
  const control = useRef<FieldControl | null>(null);
  const switchable = picked.has(field.kind);
  const textual = !switchable || asText || isExpression(value);
  const shownField: TextualField = switchable && textual ? { kind: 'text', label: field.label, help: field.help, ...(field.required === undefined ? {} : { required: field.required }) } : field;

  const controlRef = useCallback(
    (next: FieldControl | null): void => {
      control.current = next;
      onControl?.(name, next);
    },
    [onControl, name],
  );
  const change = (next: string): void => {
    setTyping(textual);
    onChange(name, next);
  };
  const replace = (next: string): void => {
    expression.endStep();
    onChange(name, next);
    expression.endStep();
  };
  /** An open dialog holds the focus until it is gone. */
  const focusLater = (): void => void requestAnimationFrame(() => control.current?.focus());
  const insert = (placeholder: string): void => {
    setPicking(undefined);
    if (!textual || control.current?.insert === undefined) {
      setAsText(switchable);
      replace(placeholder);
      focusLater();
      return;
    }
    control.current.insert(placeholder);
    focusLater();
  };
  const close = (): void => {
    setPicking(undefined);
    focusLater();
  };
  const leave = (): void => {
    setTyping(false);
    expression.endStep();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // A text field completes at the caret and takes the key for itself.
    if (field.kind === 'activity' || event.key !== ' ' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented || readOnly) return;
    event.preventDefault();
    setPicking('published');
  };

  const buttons = (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.25, flexShrink: 0 }}>
      {switchable && (
        <ValueSwitch
          label={field.label}
          subscribed={textual}
          disabled={readOnly}
          onSwitch={(subscribed) => {
            setAsText(subscribed);
            if (!subscribed && isExpression(value)) replace(field.default ?? '');
            if (subscribed) setPicking('published');
          }}
        />
      )}
      {field.kind !== 'activity' && (
        <Tooltip title="Subscribe to published data (Ctrl+Space)">
          <IconButton aria-label={`Subscribe ${field.label} to published data`} disabled={readOnly} onClick={() => setPicking('published')} sx={small}><SubscribeIcon sx={{ fontSize: 16 }} /></IconButton>
        </Tooltip>
      )}
      {onRemove !== undefined && (
        <Tooltip title="Remove this property">
          <IconButton aria-label={`Remove ${field.label}`} disabled={readOnly} onClick={() => onRemove(name)} sx={small}><RemoveIcon sx={{ fontSize: 16 }} /></IconButton>
        </Tooltip>
      )}
    </Box>
  );

  return (
    <Box onKeyDown={onKeyDown}>
      <FieldEditor field={shownField} choices={choices} id={id} value={value} onChange={change} error={typing ? undefined : error} disabled={readOnly} adornment={buttons} onBlur={leave} inputRef={controlRef} expression={expression} mailbox={mailbox} onSubscribe={setPicking} />
      <ValuePreview field={field} value={value} expression={expression} row={row} readOnly={readOnly} onReplace={replace} />
      {picking !== undefined && <PublishedDataDialog expression={expression} field={field} what={picking} onInsert={insert} onClose={close} />}
    </Box>
  );
});
