import { Box, Button, CircularProgress, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { BrowseEvent } from '../../../shared/engine/browse.ts';
import type { Activity } from '../../../shared/runbook/runbook.ts';
import type { ExpressionFacts } from '../../fields/expression/expressionFacts.ts';
import { useBrowse } from '../../fields/mailbox/useBrowse.ts';
import { arrival } from '../../fields/mailbox/ItemRow.tsx';
import { previewOf } from '../../stores/lastData.ts';
import { count as counted } from '../../stores/words.ts';
import { color } from '../../ui/color.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';

type Matches = Extract<BrowseEvent, { readonly type: 'matches' }>;

/** The activity with values of the last test in place of its placeholders; undefined where one has no value. */
function resolved(activity: Activity, { keys, value }: ExpressionFacts): Activity | undefined {
  let missing = false;
  const text = (design: string): string => {
    const preview = previewOf(design, keys, value);
    missing ||= !preview.ok;
    return preview.ok ? preview.value : '';
  };
  const properties = Object.fromEntries(Object.entries(activity.properties).map(([key, design]) => [key, typeof design === 'string' ? text(design) : design]));
  const filters = activity.filters.map((row) => ({ ...row, value: text(row.value) }));
  return missing ? undefined : { ...activity, properties, filters };
}

function summary({ count, more, items }: Matches, busy: boolean): string {
  if (more) return `More than ${count.toLocaleString('en-US')} items match; showing ${items.length}.`;
  const verb = count === 1 ? 'matches' : 'match';
  return `${counted(count, 'item')} ${verb}${busy ? ' so far' : ''}${items.length < count ? `; showing ${items.length}` : ''}.`;
}

/** Counts the items that the filters let through now, and shows the first few. It only reads. */
export function FilterPreview({ activity, expression }: { readonly activity: Activity; readonly expression: ExpressionFacts }): ReactElement {
  const { start, cancel, busy, error } = useBrowse();
  const [found, setFound] = useState<{ readonly of: Activity; readonly matches: Matches } | undefined>(undefined);
  const ready = resolved(activity, expression);
  const connection = activity.connection ?? '';
  const preview = (): void => {
    if (ready === undefined) return;
    setFound(undefined);
    start({ kind: 'matches', connection, activity: ready }, (event) => (event.type === 'matches' ? setFound({ of: activity, matches: event }) : undefined));
  };
  // What was counted for other filters says nothing about these.
  const matches = found?.of === activity ? found.matches : undefined;
  return (
    <Box sx={{ display: 'grid', gap: 0.75, paddingTop: 1.5, borderTop: `1px solid ${color('border')}` }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        {busy ? <Button startIcon={<CircularProgress size={14} />} onClick={cancel}>Stop counting</Button> : <Button disabled={ready === undefined || connection === ''} onClick={preview}>Preview</Button>}
        <Typography variant="body2" role="status" sx={{ color: 'studio.textMuted', flex: 1, minWidth: 120 }}>
          {matches !== undefined ? summary(matches, busy) : ready === undefined ? 'Published data is used that has no value yet. Run a test first.' : busy ? 'Reading the mailbox…' : 'Counts what matches in the mailbox now. Nothing is changed.'}
        </Typography>
      </Box>
      {error !== undefined && <ErrorCard error={error} />}
      {matches !== undefined && matches.items.length > 0 && (
        <Box component="ul" aria-label="Matching items" sx={{ margin: 0, padding: 0, listStyle: 'none', fontSize: '0.8125rem', border: `1px solid ${color('border')}`, borderRadius: '6px', bgcolor: 'studio.surface' }}>
          {matches.items.map((item) => (
            <Box component="li" key={item.id} sx={{ padding: '4px 8px', '& + &': { borderTop: `1px solid ${color('border')}` } }}>
              <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} title={item.title}>{item.title === '' ? '(no subject)' : item.title}</Box>
              <Box sx={{ fontSize: '0.75rem', color: 'studio.textMuted' }}>{[item.from, item.at === undefined ? undefined : arrival(item.at)].filter((part) => part !== undefined).join(' · ')}</Box>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
