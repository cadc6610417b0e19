import { Box, Typography } from '@mui/material';
import { memo, type ReactElement } from 'react';
import type { Report } from '../../../shared/runbook/runbook.ts';
import { CheckField } from './CheckField.tsx';
import { NumberField } from './NumberField.tsx';

interface Props {
  readonly id: string;
  /** What is reported: `activity` or `runbook`. */
  readonly subject: string;
  readonly report: Report | undefined;
  readonly disabled: boolean;
  /** `typing` while a number is typed. */
  onChange(report: Report | undefined, typing: boolean): void;
  onLeave(): void;
}

/** What raises a platform event (runbook-model 1.8 and 1.9); nothing of it stops a run. */
export const ReportFields = memo(function ReportFields({ id, subject, report, disabled, onChange, onLeave }: Props): ReactElement {
  const { longerThanSeconds, failure = false } = report ?? {};
  const change = (seconds: number | undefined, failed: boolean, typing: boolean): void =>
    onChange(seconds === undefined && !failed ? undefined : { failure: failed, ...(seconds === undefined ? {} : { longerThanSeconds: seconds }) }, typing);
  return (
    <Box role="group" aria-label="Event notifications" sx={{ display: 'grid', gap: 0.75 }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>Event notifications</Typography>
      <Typography variant="caption" sx={{ color: 'studio.textMuted' }}>Events stand in the log of a run. They stop nothing.</Typography>
      <NumberField id={`${id}-longer`} label={`Report when the ${subject} runs for more than`} help="Leave it empty for no event." unit="seconds" minimum={0} value={longerThanSeconds} disabled={disabled} onChange={(seconds) => change(seconds, failure, true)} onLeave={onLeave} />
      <CheckField label={`Report if the ${subject} fails to run`} checked={failure} disabled={disabled} onChange={(failed) => change(longerThanSeconds, failed, false)} />
    </Box>
  );
});
