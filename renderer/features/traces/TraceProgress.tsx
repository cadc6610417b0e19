import { Box, Button, LinearProgress } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { sizeText } from '../../../shared/text/measures.ts';
import type { Progress, TracesStore } from '../../stores/traces.ts';
import { count } from '../../stores/words.ts';
import { color } from '../../ui/color.ts';

const percent = ({ done, total }: Progress): number => (total === 0 ? 100 : Math.min(100, Math.round((done / total) * 100)));

/** What goes on beside the list: reading, searching, exporting, sending again, each with a way to stop it; and where the last export is. */
export function TraceProgress({ traces }: { readonly traces: TracesStore }): ReactElement | null {
  const { reading, searching, exporting, sending, exported, summaries } = useStore(traces);
  const { cancel } = traces.getState();
  const going = exporting ?? searching ?? reading;
  if (sending === undefined && going === undefined && exported === undefined) return null;
  const text =
    sending !== undefined
      ? `Sending ${sending.operation} again through ${sending.connection}`
      : exporting !== undefined
      ? `Exporting: ${exporting.done.toLocaleString('en-US')} of ${count(exporting.total, 'request')}`
      : searching !== undefined
        ? `Searching the messages: ${percent(searching)} %`
        : reading !== undefined
          ? `Reading: ${sizeText(reading.done)} of ${sizeText(reading.total)}, ${count(summaries.length, 'request')} so far`
          : exported === undefined
            ? ''
            : `${count(exported.pairs, 'request')} written to ${exported.path}`;
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 1.5, paddingInline: 1.5, minHeight: 30, borderBottom: `1px solid ${color('border')}`, bgcolor: 'studio.panel', fontSize: '0.8125rem', flexShrink: 0 }}>
      {sending !== undefined && <LinearProgress aria-label={text} sx={{ width: 120, flexShrink: 0 }} />}
      {sending === undefined && going !== undefined && <LinearProgress variant="determinate" value={percent(going)} aria-label={text} sx={{ width: 120, flexShrink: 0 }} />}
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{text}</Box>
      <Box sx={{ flex: 1 }} />
      {(sending ?? exporting ?? searching) !== undefined && <Button onClick={cancel}>Stop</Button>}
      {sending === undefined && going === undefined && <Button onClick={() => traces.setState({ exported: undefined })}>Close</Button>}
    </Box>
  );
}
