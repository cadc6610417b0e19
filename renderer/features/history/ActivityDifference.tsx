import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import type { ActivityComparison, ActivitySide } from '../../../shared/history/compareRuns.ts';
import type { PublishedRow } from '../../../shared/engine/events.ts';
import { count, seconds } from '../../stores/words.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';

const cells = { '& td, & th': { verticalAlign: 'top', overflowWrap: 'anywhere', paddingBlock: '4px', fontSize: '0.8125rem' } } as const;

function Nothing(): ReactElement {
  return <Box component="span" sx={{ color: 'studio.textMuted' }}>–</Box>;
}

function sideText({ executions, rows, failed }: ActivitySide): string {
  return [count(executions, 'run'), count(rows, 'row'), failed === 0 ? '' : `${failed} failed`].filter((part) => part !== '').join(', ');
}

/** A row in one line. Beside another row it says only what differs, otherwise all that is not empty. */
function rowText(row: PublishedRow, other: PublishedRow | undefined): string {
  const told = Object.entries(row).filter(([label, value]) => (other === undefined ? value !== '' : value !== (other[label] ?? '')));
  const text = told.map(([label, value]) => `${label}: ${value === '' ? '(empty)' : value}`).join(' · ');
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

/** An activity in which two runs differ: outcome, counts, durations, input and published data, each with both sides. */
export function ActivityDifference({ activity }: { readonly activity: ActivityComparison }): ReactElement {
  const { name, left, right, inputs, rows } = activity;
  const pairs = Math.max(rows.left.length, rows.right.length);
  return (
    <Box component="section" aria-label={name} sx={{ border: 1, borderColor: 'studio.border', borderRadius: 1.5, marginBlock: 1, overflow: 'hidden' }}>
      <Typography component="h2" sx={{ fontSize: '0.875rem', fontWeight: 600, padding: '8px 12px', bgcolor: 'studio.panel' }}>{name}</Typography>
      <Table size="small" aria-label={`Differences in ${name}`} sx={cells}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: '20%' }}>What</TableCell>
            <TableCell sx={{ width: '40%' }}>Earlier run</TableCell>
            <TableCell sx={{ width: '40%' }}>Later run</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          <Line what="Result" left={left && <StatusIcon status={left.state} word />} right={right && <StatusIcon status={right.state} word />} missing="Not reached" />
          {(left?.error !== undefined || right?.error !== undefined) && <Line what="Error" left={left?.error} right={right?.error} />}
          <Line what="Runs and rows" left={left && sideText(left)} right={right && sideText(right)} />
          <Line what="Duration" left={left && seconds(left.durationMs)} right={right && seconds(right.durationMs)} />
          {inputs.map((input) => <Line key={`${input.execution} ${input.label}`} what={`${input.label}${(left?.executions ?? 0) > 1 ? `, run ${input.execution}` : ''}`} left={input.left} right={input.right} />)}
          {Array.from({ length: pairs }, (_, index) => {
            const [one, other] = [rows.left[index], rows.right[index]];
            return <Line key={index} what={index === 0 ? 'Rows that only one run has' : ''} left={one && rowText(one, other)} right={other && rowText(other, one)} />;
          })}
          {rows.more > 0 && <Line what="" left={`${count(rows.more, 'more row')} that only one run has`} right={undefined} />}
        </TableBody>
      </Table>
    </Box>
  );
}

function Line({ what, left, right, missing }: { readonly what: string; readonly left: ReactNode; readonly right: ReactNode; readonly missing?: string }): ReactElement {
  const absent = missing ?? <Nothing />;
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ color: 'studio.textMuted' }}>{what}</TableCell>
      <TableCell>{left ?? absent}</TableCell>
      <TableCell>{right ?? absent}</TableCell>
    </TableRow>
  );
}
