import { Box, Button, Tab, Tabs, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import type { TraceMessage, TraceRecord } from '../../../shared/trace/record.ts';
import { sizeText, spanText } from '../../../shared/text/measures.ts';
import { timeOfDay } from '../../stores/words.ts';
import { CodeView } from '../../ui/CodeView.tsx';
import { color, monospace } from '../../ui/color.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { BodyView } from './BodyView.tsx';
import { messageViews, viewOfKey, type MessageViewName, type Side } from './messageViews.ts';
import { largeDocument, useFormatted } from './useFormatted.ts';
import { useSaveFile } from './useSaveFile.ts';

const noLines: readonly number[] = [];
const labels: Readonly<Record<Exclude<MessageViewName, 'body'>, string>> = { summary: 'Summary', headers: 'Headers', raw: 'Raw' };

/** Exchange speaks XML; sign-in servers speak JSON and forms. */
const bodyWord = ({ kind }: TraceRecord): string => (kind === 'oauth' ? 'Body' : 'XML');

interface Props {
  readonly side: Side;
  readonly record: TraceRecord;
  readonly message: TraceMessage | undefined;
  readonly activity: string;
  /** How the message is looked at. */
  readonly view: MessageViewName;
  onView(view: MessageViewName): void;
  /** Given where only one half is shown: chooses the other one. */
  readonly onSide?: (side: Side) => void;
}

/** One half of a pair: summary, indented body, headers. */
export function MessageView({ side, record, message, activity, view, onView, onSide }: Props): ReactElement {
  const id = side.toLowerCase();
  return (
    <Box
      component="section"
      aria-label={side}
      onKeyDown={(event) => {
        const chosen = viewOfKey(event);
        if (chosen === undefined) return;
        event.preventDefault();
        onView(chosen);
      }}
      sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: onSide === undefined ? 1 : 0.5, paddingLeft: onSide === undefined ? 1.5 : 0.75, borderBottom: `1px solid ${color('border')}`, flexShrink: 0 }}>
        {onSide === undefined ? <Typography variant="body2" component="h3" sx={{ fontWeight: 600 }}>{side}</Typography> : <SideSwitch side={side} onSide={onSide} />}
        <Tabs value={view} onChange={(_event, next: MessageViewName) => onView(next)} variant="scrollable" scrollButtons={false} aria-label={`Views of the ${id}`} sx={{ flexShrink: 0, maxWidth: '100%', minHeight: 30, '& .MuiTab-root': { minHeight: 30, minWidth: 0, paddingBlock: '4px', ...(onSide === undefined ? {} : { paddingInline: '5px' }) } }}>
          {messageViews.map((name) => <Tab key={name} value={name} id={`${id}-tab-${name}`} aria-controls={`${id}-content`} label={name === 'body' ? bodyWord(record) : labels[name]} />)}
        </Tabs>
      </Box>
      <Box id={`${id}-content`} role="tabpanel" aria-labelledby={`${id}-tab-${view}`} tabIndex={0} sx={{ flex: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column', overflow: 'auto', '&:focus-visible': { outlineOffset: -2 } }}>
        {message === undefined ? <NoAnswer record={record} /> : <Content view={view} side={side} record={record} message={message} activity={activity} />}
      </Box>
    </Box>
  );
}

function SideSwitch({ side, onSide }: { readonly side: Props['side']; onSide(side: Props['side']): void }): ReactElement {
  return (
    <ToggleButtonGroup exclusive size="small" value={side} onChange={(_event, next: Props['side'] | null) => (next === null ? undefined : onSide(next))} aria-label="Half of the pair" sx={{ flexShrink: 0, '& .MuiToggleButton-root': { minHeight: 24, padding: '0 6px', fontSize: '0.75rem', textTransform: 'none' } }}>
      <ToggleButton value="Request">Request</ToggleButton>
      <ToggleButton value="Response">Response</ToggleButton>
    </ToggleButtonGroup>
  );
}

function NoAnswer({ record }: { readonly record: TraceRecord }): ReactElement {
  if (record.error === undefined) return <Typography variant="body2" sx={{ padding: 1.5 }}>No answer{record.result.text === undefined ? '.' : `: ${record.result.text}`}</Typography>;
  return <Box sx={{ padding: 1.5 }}><ErrorCard error={record.error} /></Box>;
}

function Content({ view, side, record, message, activity }: Omit<Props, 'onSide' | 'onView'> & { readonly message: TraceMessage }): ReactElement {
  const formatted = useFormatted(message.body);
  const { save, error, dismiss } = useSaveFile();
  if (error !== undefined) return <Box sx={{ padding: 1.5, overflow: 'auto' }}><ErrorCard error={error} alert actions={<Button onClick={dismiss}>Close</Button>} /></Box>;
  if (view === 'raw') return <CodeView text={rawText(side, record, message)} label={`${side}, raw`} language="text" onSave={(file) => void save(file)} wrap={message.body.length < largeDocument} />;
  if (view === 'body') {
    if (message.body === '') return <Typography variant="body2" sx={{ padding: 1.5, color: 'studio.textMuted' }}>This message has no body.</Typography>;
    if (formatted === undefined) return <Typography variant="body2" role="status" sx={{ padding: 1.5, color: 'studio.textMuted' }}>Formatting {sizeText(message.body.length)}…</Typography>;
    return <BodyView key={record.id} body={formatted} label={`${side}, ${bodyWord(record)}`} problemLines={side === 'Response' ? formatted.problems : noLines} onSave={(file) => void save(file)} />;
  }
  return <Facts facts={view === 'headers' ? message.headers : summaryOf(side, record, message, activity)} mono={view === 'headers'} />;
}

/** A message as it went over the wire, but for what is masked. */
function rawText(side: Props['side'], { method, url, status }: TraceRecord, { headers, body }: TraceMessage): string {
  const first = side === 'Request' ? `${method} ${url}` : `HTTP ${status ?? ''}`;
  return [first, ...headers.map(([name, value]) => `${name}: ${value}`), '', body].join('\n');
}

function summaryOf(side: Props['side'], record: TraceRecord, message: TraceMessage, activity: string): readonly (readonly [string, string])[] {
  if (side === 'Request') {
    return [
      ['Operation', record.operation],
      ['Activity', activity],
      ['Connection', record.connection],
      ['Address', `${record.method} ${record.url}`],
      ['Sent', timeOfDay(record.startedAt)],
      ['Attempt', String(record.attempt)],
      ['Size', sizeText(message.bytes)],
      ['Request ID', record.requestId],
    ];
  }
  return [
    ['HTTP status', String(record.status ?? 'no answer')],
    ['Result', record.result.code],
    ...(record.result.text === undefined ? [] : [['Text', record.result.text] as const]),
    ['Time taken', spanText(record.durationMs)],
    ['Size', sizeText(message.bytes)],
  ];
}

function Facts({ facts, mono }: { readonly facts: readonly (readonly [string, string])[]; readonly mono: boolean }): ReactElement {
  return (
    <Box component="dl" sx={{ margin: 0, padding: '6px 12px', display: 'grid', gridTemplateColumns: 'max-content minmax(0, 1fr)', columnGap: 2, rowGap: 0.5, fontSize: '0.8125rem', ...(mono ? { fontFamily: monospace, fontSize: '0.75rem' } : {}), '& dt': { color: 'studio.textMuted' }, '& dd': { margin: 0, overflowWrap: 'anywhere' } }}>
      {facts.map(([name, value], index) => [<dt key={`${name}-${index}`}>{name}</dt>, <dd key={`${name}-${index}-value`}>{value}</dd>])}
    </Box>
  );
}
