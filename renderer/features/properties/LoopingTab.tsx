import { Box, Typography } from '@mui/material';
import { useMemo, type ReactElement } from 'react';
import { setLoop } from '../../../shared/runbook/edits.ts';
import { newLoopCaps } from '../../../shared/runbook/loops.ts';
import type { LinkCondition, Loop } from '../../../shared/runbook/runbook.ts';
import { useSteady } from '../../ui/useSteady.ts';
import type { ActivityTabProps } from './activityTab.ts';
import { CheckField } from './CheckField.tsx';
import { ConditionRows } from './ConditionRows.tsx';
import { usePublished } from './formFacts.ts';
import { NumberField } from './NumberField.tsx';

const newLoop: Loop = { delaySeconds: 0, exit: [{ status: ['success'] }], doNotExit: [], ...newLoopCaps, disabled: false };

/** Looping: the activity runs again with the same row until its conditions let it go on (runbook-model 1.7). */
export function LoopingTab({ facts, activityKey, activity }: ActivityTabProps): ReactElement {
  const { loop } = activity;
  const enabled = loop !== undefined && !loop.disabled;
  const set = useSteady((next: Loop, joins?: string): void => facts.edit((before) => setLoop(before, activityKey, next), joins));
  const enable = useSteady((on: boolean): void => set({ ...(loop ?? newLoop), disabled: !on }));
  const items = usePublished(facts, activityKey);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'grid', gap: 0.5 }}>
        <CheckField label="Repeat this activity" checked={enabled} disabled={facts.readOnly} look="title" onChange={enable} />
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
  readonly items: ReturnType<typeof usePublished>;
  onChange(loop: Loop, joins?: string): void;
}

function LoopSettings({ loop, facts, id, name, items, onChange }: SettingsProps): ReactElement {
  const { readOnly, endStep } = facts;
  // The same functions for every drawing, so that a key draws its own field.
  const steady = useSteady((next: Loop, joins?: string): void => onChange(next, joins));
  const latest = useSteady((): Loop => loop);
  const on = useMemo(() => {
    const change = (part: Partial<Loop>, joins: string | undefined): void => steady({ ...latest(), ...part }, joins);
    const cap = (member: 'maximumAttempts' | 'maximumSeconds') => (value: number | undefined): void => {
      const { [member]: _before, ...rest } = latest();
      steady(value === undefined ? rest : { ...rest, [member]: member === 'maximumAttempts' ? Math.round(value) : value }, `loop:${id}:${member}`);
    };
    return {
      exit: (exit: readonly LinkCondition[], joins: string | undefined) => change({ exit: [...exit] }, joins),
      doNotExit: (doNotExit: readonly LinkCondition[], joins: string | undefined) => change({ doNotExit: [...doNotExit] }, joins),
      delay: (value: number | undefined) => change({ delaySeconds: value ?? 0 }, `loop:${id}:delay`),
      attempts: cap('maximumAttempts'),
      seconds: cap('maximumSeconds'),
    };
  }, [steady, latest, id]);
  return (
    <>
      <ConditionRows title="Exit when ANY of these is true" without={`${name} returns success`} lead="Exit when" add="Add exit condition" source={name} names={facts.structure} items={items} rows={loop.exit} disabled={readOnly} onLeave={endStep} onChange={on.exit} />
      <ConditionRows title="Do not exit when ANY of these is true" note="These win over the exit conditions." lead="Do not exit when" add="Add condition to go on" source={name} names={facts.structure} items={items} rows={loop.doNotExit} disabled={readOnly} onLeave={endStep} onChange={on.doNotExit} />
      <NumberField id={`${id}-loop-delay`} label="Delay between attempts" help="How long it waits before it runs again." unit="seconds" minimum={0} required value={loop.delaySeconds} disabled={readOnly} onChange={on.delay} onLeave={endStep} />
      <NumberField id={`${id}-loop-attempts`} label="Most attempts" help="The loop then ends with a warning, and the data of the last attempt goes on." unit="attempts" minimum={1} value={loop.maximumAttempts} disabled={readOnly} onChange={on.attempts} onLeave={endStep} />
      <NumberField id={`${id}-loop-seconds`} label="Longest time" help="No further attempt starts after this time; one that runs is not interrupted." unit="seconds" minimum={1} value={loop.maximumSeconds} disabled={readOnly} onChange={on.seconds} onLeave={endStep} />
    </>
  );
}
