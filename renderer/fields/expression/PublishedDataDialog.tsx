import { Checkbox, Dialog, DialogContent, DialogTitle, FormControlLabel } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { dataTypeWords } from '../../../shared/fields/dataTypeWords.ts';
import type { FieldKind } from '../../../shared/fields/field.ts';
import { OptionList, type Option } from '../../ui/OptionList.tsx';
import { fittingFirst, variablesGroup, type ExpressionFacts, type ValueSource } from './expressionFacts.ts';

interface Props {
  readonly expression: ExpressionFacts;
  /** Label and data type of the field that is filled. */
  readonly field: { readonly label: string; readonly kind: FieldKind };
  /** Which of the two lists of Orchestrator was asked for. */
  readonly what: 'published' | 'variable';
  onInsert(placeholder: string): void;
  onClose(): void;
}

function optionOf({ placeholder, label, group, kind, help, value, disabled }: ValueSource): Option {
  const told = value === undefined || value === '' ? '' : ` · ${value.length > 40 ? `${value.slice(0, 40)}…` : value}`;
  return { id: placeholder, label, group: disabled === undefined ? group : `${group} (${disabled})`, help, detail: `${dataTypeWords[kind]}${told}`, disabled, found: disabled === undefined };
}

/** What can be subscribed to: the activities before this one, nearest first, each item with its value in the last test; then variables. */
export function PublishedDataDialog({ expression, field, what, onInsert, onClose }: Props): ReactElement {
  const [common, setCommon] = useState(false);
  const variables = what === 'variable';
  const sources = fittingFirst(expression.sources, field.kind).filter((source) => (variables ? source.group === variablesGroup : common || !source.common));
  const empty = variables ? 'No variable matches. Variables are added in the Variables view.' : sources.length === 0 ? 'No activity runs before this one. Link one to it first.' : 'Nothing matches.';
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth disableRestoreFocus slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle>{variables ? 'Variable' : 'Published data'} for {field.label}</DialogTitle>
      <DialogContent>
        <OptionList
          label={variables ? 'Variables' : 'Published data'}
          placeholder={variables ? 'Search variables' : 'Search published data'}
          options={sources.map(optionOf)}
          empty={empty}
          onChoose={onInsert}
          height="min(360px, 50vh)"
        />
        {!variables && <FormControlLabel control={<Checkbox checked={common} onChange={(event) => setCommon(event.target.checked)} />} label="Show common Published Data (status, duration, error …)" sx={{ '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }} />}
      </DialogContent>
    </Dialog>
  );
}
