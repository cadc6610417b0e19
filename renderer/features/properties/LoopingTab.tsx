import { Box, Checkbox, FormControlLabel, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { setLoop } from '../../../shared/runbook/edits.ts';
import { newLoopCaps } from '../../../shared/runbook/loops.ts';
import type { Loop } from '../../../shared/runbook/runbook.ts';
import { publishedBy } from '../../../shared/runbook/subscribable.ts';
import type { ActivityTabProps } from './activityTab.ts';
import { ConditionRows } from './ConditionRows.tsx';
import { NumberField } from './NumberField.tsx';

const newLoop: Loop = { delaySeconds: 0, exit: [{ status: ['success'] }], doNotExit: [], ...newLoopCaps, disabled: false };

/** Looping: the activity runs again with the same row until its conditions let it go on (runbook-model 1.7). */
export function LoopingTab({ facts, activityKey, activity }: ActivityTabProps): ReactElement {
  const { loop } = activity;
  const enabled = loop !== undefined && !loop.disabled;
  const set = (next: Loop, joins?: string): void => facts.edit((before) => setLoop(before, activityKey, next), joins);
  const items = publishedBy(facts.document, activityKey, { registry: facts.registry, connections: facts.entries, runbooks: facts.runbooks });
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'grid', gap: 0.5 }}>
        <FormControlLabel
          control={<Checkbox checked={enabled} disabled={facts.readOnly} onChange={(event) => set({ ...(loop ?? newLoop), disabled: !event.target.checked })} />}
          label="Repeat this activity"
          sx={{ marginLeft: '-4px', '& .MuiFormControlLabel-label': { fontSize: '0.8125rem', fontWeight: 500 } }}
        />
        <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>
          {enabled ? 'It runs again with the same row until it may exit. The data of its last attempt goes on.' : 'It runs once for each row.'}
        </Typography>
      </Box>
      {enabled && <LoopSettings loop={loop} facts={facts} id={activityKey} name={activity.name} items={items} onChange={set} />}
    </Box>
  );
}

interface SettingsProps {
  readonly loop: Loop;
  readonly facts: ActivityTabProps['facts'];
  readonly id: string;
  readonly name: string;
  readonly items: ReturnType<typeof publishedBy>;
  onChange(loop: Loop, joins?: string): void;
}

function LoopSettings({ loop, facts, id, name, items, onChange }: SettingsProps): ReactElement {
  const { readOnly, endStep } = facts;
  const cap = (member: 'maximumAttempts' | 'maximumSeconds', value: number | undefined): void => {
    const { [member]: _before, ...rest } = loop;
    onChange(value === undefined ? rest : { ...rest, [member]: member === 'maximumAttempts' ? Math.round(value) : value }, `loop:${id}:${member}`);
  };
  return (
    <>
      <ConditionRows title="Exit when ANY of these is true" without={`${name} returns success`} lead="Exit when" add="Add exit condition" source={name} names={facts.document} items={items} rows={loop.exit} disabled={readOnly} onLeave={endStep} onChange={(exit, joins) => onChange({ ...loop, exit: [...exit] }, joins)} />
      <ConditionRows title="Do not exit when ANY of these is true" note="These win over the exit conditions." lead="Do not exit when" add="Add condition to go on" source={name} names={facts.document} items={items} rows={loop.doNotExit} disabled={readOnly} onLeave={endStep} onChange={(doNotExit, joins) => onChange({ ...loop, doNotExit: [...doNotExit] }, joins)} />
      <NumberField id={`${id}-loop-delay`} label="Delay between attempts" help="How long it waits before it runs again." unit="seconds" minimum={0} required value={loop.delaySeconds} disabled={readOnly} onChange={(value) => onChange({ ...loop, delaySeconds: value ?? 0 }, `loop:${id}:delay`)} onLeave={endStep} />
      <NumberField id={`${id}-loop-attempts`} label="Most attempts" help="The loop then ends with a warning, and the data of the last attempt goes on." unit="attempts" minimum={1} value={loop.maximumAttempts} disabled={readOnly} onChange={(value) => cap('maximumAttempts', value)} onLeave={endStep} />
      <NumberField id={`${id}-loop-seconds`} label="Longest time" help="No further attempt starts after this time; one that runs is not interrupted." unit="seconds" minimum={1} value={loop.maximumSeconds} disabled={readOnly} onChange={(value) => cap('maximumSeconds', value)} onLeave={endStep} />
    </>
  );
}
