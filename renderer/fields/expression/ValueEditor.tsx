import TextIcon from '@mui/icons-material/DataObjectOutlined';
import { Box, IconButton, Tooltip } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { isExpression, type EditorProps } from '../editorProps.ts';
import { describedBy, FieldFrame } from '../FieldFrame.tsx';
import type { ExpressionFacts } from './expressionFacts.ts';
import { ValueBox } from './ValueBox.tsx';

interface Props extends EditorProps {
  readonly expression: ExpressionFacts;
  /** Lines shown at least; undefined holds no line breaks. */
  readonly lines: number | undefined;
  readonly placeholder: string | undefined;
}

/** A property whose text may hold published data, variables and functions: label, text with chips, problem and help. */
export function ValueEditor({ field, id, value, onChange, error, disabled, adornment, inputRef, onBlur, expression, onSubscribe, lines, placeholder }: Props): ReactElement {
  const [raw, setRaw] = useState(false);
  const buttons = (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.25, flexShrink: 0 }}>
      {(raw || isExpression(value)) && (
        <Tooltip title={raw ? 'Show names' : 'Edit as text'}>
          <IconButton aria-label={`Edit ${field.label} as text`} aria-pressed={raw} onClick={() => setRaw(!raw)} sx={{ width: 24, height: 24, ...(raw ? { bgcolor: 'studio.selected', color: 'studio.accent' } : {}) }}><TextIcon sx={{ fontSize: 16 }} /></IconButton>
        </Tooltip>
      )}
      {adornment}
    </Box>
  );
  return (
    <FieldFrame id={id} label={field.label} required={field.required} help={field.help} error={error} disabled={disabled} adornment={buttons}>
      <ValueBox
        id={id}
        kind={field.kind}
        value={value}
        onChange={onChange}
        expression={expression}
        naming={{ 'aria-labelledby': `${id}-label` }}
        describedBy={describedBy(id)}
        required={field.required === true}
        invalid={error !== undefined}
        disabled={disabled ?? false}
        placeholder={placeholder}
        unit={field.unit}
        lines={lines}
        raw={raw}
        onRaw={setRaw}
        onBlur={onBlur}
        onSubscribe={onSubscribe}
        controlRef={inputRef}
      />
    </FieldFrame>
  );
}
