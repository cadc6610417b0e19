import RemoveIcon from '@mui/icons-material/CloseOutlined';
import SeparateIcon from '@mui/icons-material/ViewAgendaOutlined';
import { Box, IconButton, Tooltip } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { Fields } from '../../../shared/fields/field.ts';
import { setProperties } from '../../../shared/runbook/edits.ts';
import type { Activity } from '../../../shared/runbook/runbook.ts';
import { isExpression } from '../../fields/editorProps.ts';
import { TogetherEditor } from '../../fields/TogetherEditor.tsx';
import { previewOf } from '../../stores/lastData.ts';
import type { FormFacts } from './formFacts.ts';
import type { PropertyUnit } from './propertyUnits.ts';

interface Props {
  readonly facts: FormFacts;
  readonly activityKey: string;
  readonly activity: Activity;
  readonly fields: Fields;
  readonly unit: Extract<PropertyUnit, { readonly kind: 'together' }>;
  /** The fields on their own, for values that are subscribed. */
  separate(keys: readonly string[]): ReactElement;
}

const small = { width: 24, height: 24 } as const;

/** Fields that one editor edits together, or each on its own where values come from published data. */
export function TogetherField({ facts, activityKey, activity, fields, unit, separate }: Props): ReactElement {
  const [apart, setApart] = useState(false);
  const design = (key: string): string => {
    const value = activity.properties[key];
    return typeof value === 'string' ? value : '';
  };
  const subscribed = unit.keys.some((key) => isExpression(design(key)));
  /** A first day that is subscribed is taken from the last test. */
  const text = (key: string): string => {
    const preview = unit.keys.includes(key) ? undefined : previewOf(design(key), facts.expression.keys, facts.expression.value);
    return preview?.ok === true ? preview.value : design(key);
  };
  const change = (changes: Readonly<Record<string, string>>): void =>
    facts.edit((before) => setProperties(before, activityKey, Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, value === '' ? undefined : value]))), `property:${activityKey}:${unit.key}`);
  const remove = (): void => facts.edit((before) => setProperties(before, activityKey, Object.fromEntries(unit.keys.map((key) => [key, undefined]))));
  const buttons = (
    <Box sx={{ display: 'flex', gap: 0.25 }}>
      <Tooltip title={apart ? 'Edit together' : 'Edit each property on its own'}>
        <span>
          <IconButton aria-label={`Edit each property of ${unit.field.label} on its own`} aria-pressed={apart || subscribed} disabled={subscribed} onClick={() => setApart(!apart)} sx={small}><SeparateIcon sx={{ fontSize: 16 }} /></IconButton>
        </span>
      </Tooltip>
      <Tooltip title="Remove this property">
        <IconButton aria-label={`Remove ${unit.field.label}`} disabled={facts.readOnly} onClick={remove} sx={small}><RemoveIcon sx={{ fontSize: 16 }} /></IconButton>
      </Tooltip>
    </Box>
  );
  if (apart || subscribed) {
    return (
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', fontSize: '0.8125rem', fontWeight: 600 }}>{unit.field.label}{buttons}</Box>
        {separate(unit.keys)}
      </Box>
    );
  }
  return <TogetherEditor together={unit.together} id={`property-${activityKey}-${unit.key}`} fields={fields} texts={text} disabled={facts.readOnly} adornment={buttons} onChange={change} onBlur={facts.endStep} />;
}
