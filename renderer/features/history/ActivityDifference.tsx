import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import type { ActivityComparison, ActivitySide, InvokedComparison } from '../../../shared/history/compareRuns.ts';
import type { PublishedRow } from '../../../shared/engine/events.ts';
import { spanText } from '../../../shared/text/measures.ts';
import { count } from '../../stores/words.ts';
import { color } from '../../ui/color.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';

const cells = { '& td, & th': { verticalAlign: 'top', overflowWrap: 'anywhere', paddingBlock: '4px', fontSize: '0.8125rem' } } as const;

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;
const heading = (level: number): (typeof headings)[number] => headings[level - 2] ?? 'h6';

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

/** A run that the activity invoked: how it ended on both sides, and its own activities that differ. */
function InvokedDifference({ invoked, level }: { readonly invoked: InvokedComparison; readonly level: number }): ReactElement {
  const { runbook, number, of, left, right, activities } = invoked;
  const title = `Run of ${runbook}${of > 1 ? `, ${number} of ${of}` : ''}`;
  return (
    <Box component="section" aria-label={title} sx={{ borderTop: `1px solid ${color('border')}`, padding: '6px 12px 4px 20px' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, fontSize: '0.8125rem' }}>
        <Typography component={heading(level + 1)} sx={{ fontSize: '0.8125rem', fontWeight: 600, fontStyle: 'italic' }}>{title}</Typography>
        {left === undefined ? <Box component="span" sx={{ color: 'studio.textMuted' }}>Only in the later run</Box> : <StatusIcon status={left} word />}
        {left !== undefined && left !== right && (right === undefined ? <Box component="span" sx={{ color: 'studio.textMuted' }}>only in the earlier run</Box> : <><Box component="span">became</Box><StatusIcon status={right} word /></>)}
      </Box>
      {activities.map((activity) => <ActivityDifference key={activity.key} activity={activity} level={level + 2} />)}
    </Box>
  );
}

interface Props {
  readonly activity: ActivityComparison;
  /** The level of its heading: below it stand the runs it invoked, and their activities below those. */
  readonly level?: number;
}

/** An activity in which two runs differ: outcome, counts, durations, input and published data, each with both sides; and below them the runs it invoked. */
export function ActivityDifference({ activity, level = 2 }: Props): ReactElement {
  const { name, left, right, inputs, rows, invoked, moreInvoked } = activity;
  const pairs = Math.max(rows.left.length, rows.right.length);
  return (
    <Box component="section" aria-label={name} sx={{ border: 1, borderColor: 'studio.border', borderRadius: 1.5, marginBlock: 1, overflow: 'hidden' }}>
      <Typography component={heading(level)} sx={{ fontSize: '0.875rem', fontWeight: 600, padding: '8px 12px', bgcolor: 'studio.panel' }}>{name}</Typography>
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
          <Line what="Duration" left={left && spanText(left.durationMs)} right={right && spanText(right.durationMs)} />
          {inputs.map((input) => <Line key={`${input.execution} ${input.label}`} what={`${input.label}${(left?.executions ?? 0) > 1 ? `, run ${input.execution}` : ''}`} left={input.left} right={input.right} />)}
          {Array.from({ length: pairs }, (_, index) => {
            const [one, other] = [rows.left[index], rows.right[index]];
            return <Line key={index} what={index === 0 ? 'Rows that only one run has' : ''} left={one && rowText(one, other)} right={other && rowText(other, one)} />;
          })}
          {rows.more > 0 && <Line what="" left={`${count(rows.more, 'more row')} that only one run has`} right={undefined} />}
        </TableBody>
      </Table>
      {invoked.map((one) => <InvokedDifference key={one.number} invoked={one} level={level} />)}
      {moreInvoked > 0 && <Typography variant="body2" sx={{ padding: '4px 12px 8px 20px', color: 'studio.textMuted' }}>{count(moreInvoked, 'more invoked run')} differ.</Typography>}
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
