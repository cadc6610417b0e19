import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import AgainIcon from '@mui/icons-material/ReplayOutlined';
import MoreIcon from '@mui/icons-material/ExpandMoreOutlined';
import { Box, IconButton, Menu, MenuItem, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { AppErrorData } from '../../../shared/errors/appError.ts';
import type { TraceRecord, TraceSummary } from '../../../shared/trace/record.ts';
import { useApi } from '../../api/useApi.ts';
import { color, monospace } from '../../ui/color.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { SplitPane } from '../../ui/SplitPane.tsx';
import { ToolbarButton } from '../../ui/ToolbarButton.tsx';
import { useElementSize } from '../../ui/useElementSize.ts';
import { MessageView } from './MessageView.tsx';
import type { ShownViews, Side } from './messageViews.ts';
import { copyWays } from './copyTexts.ts';
import { copyPairKey } from './traceKeys.ts';
import { TimingBar } from './TimingBar.tsx';

interface Props {
  /** Only one half of the pair fits. */
  readonly narrow: boolean;
  readonly selected: string | undefined;
  readonly record: TraceRecord | undefined;
  readonly error: AppErrorData | undefined;
  nameOf(summary: TraceSummary): string;
  readonly again: SendingAgain;
  readonly views: ShownViews;
  onViews(views: ShownViews): void;
  /** Copies the pair as text. */
  onCopy(): void;
}

/** Sending a request again. */
export interface SendingAgain {
  /** Why a request is not sent again, or undefined. */
  why(record: TraceRecord): string | undefined;
  /** The key of the command, where it has one. */
  readonly key: string | undefined;
  send(record: TraceRecord): void;
}

/** The chosen pair in full: request, response, timings. */
export function TraceDetail({ narrow, selected, record, error, nameOf, again, views, onViews, onCopy }: Props): ReactElement {
  const api = useApi();
  const [root, room] = useElementSize();
  const roomy = room !== undefined && room.width >= 420;
  const [requestWidth, setRequestWidth] = useState(440);
  const [side, setSide] = useState<Side>('Response');
  const [copyAt, setCopyAt] = useState<HTMLElement | undefined>(undefined);
  const copy = (text: string): void => void api.app.copyText({ text });
  if (error !== undefined) return <Box sx={{ padding: 1.5, flex: 1, overflow: 'auto' }}><ErrorCard error={error} /></Box>;
  if (selected === undefined || record === undefined) {
    return <Typography variant="body2" sx={{ padding: 2, color: 'studio.textMuted' }}>{selected === undefined ? 'Choose a request to see it and its response.' : 'Reading…'}</Typography>;
  }
  const half = (one: Side): ReactElement => (
    <MessageView key={one} side={one} record={record} message={one === 'Request' ? record.request : record.response} activity={nameOf(record)} view={views[one]} onView={(view) => onViews({ ...views, [one]: view })} {...(narrow ? { onSide: setSide } : {})} />
  );
  return (
    <Box ref={root} sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      {narrow ? (
        half(side)
      ) : (
        <SplitPane
          label="Width of the request"
          direction="row"
          sized="first"
          size={requestWidth}
          minimum={200}
          maximum={900}
          onResize={setRequestWidth}
          first={half('Request')}
          second={half('Response')}
        />
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minHeight: 30, paddingInline: 1.5, borderTop: `1px solid ${color('border')}`, bgcolor: 'studio.panel', fontSize: '0.75rem', color: 'studio.textMuted', flexShrink: 0, whiteSpace: 'nowrap', overflow: 'hidden' }}>
        {/* The facts give way to the buttons. */}
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flex: 1, minWidth: 0, overflow: 'hidden' }}>
          <TimingBar record={record} />
          {record.signIn !== undefined && <Box component="span" title={record.signIn.join('\n')} sx={{ flexShrink: 100, overflow: 'hidden', textOverflow: 'ellipsis' }}>Sign-in: {record.signIn.join(' → ')}</Box>}
          <Box sx={{ flex: 1 }} />
          <Box component="span" title={record.requestId} sx={{ fontFamily: monospace, flexShrink: 1000, overflow: 'hidden', textOverflow: 'ellipsis' }}>request-id {record.requestId}</Box>
        </Box>
        <ToolbarButton label="Send again" icon={<AgainIcon />} showLabel={roomy} shortcut={again.key} disabled={again.why(record) !== undefined} help={again.why(record) ?? 'Asks the server the same once more; the answer is a new request in the list.'} onClick={() => again.send(record)} />
        <ToolbarButton label="Copy pair" icon={<CopyIcon />} shortcut={copyPairKey} help="Copies request and response as text; secrets are masked." onClick={onCopy} />
        <IconButton aria-label="More ways to copy" aria-haspopup="menu" aria-expanded={copyAt !== undefined} onClick={({ currentTarget }) => setCopyAt(currentTarget)} sx={{ flexShrink: 0 }}><MoreIcon /></IconButton>
        <Menu open={copyAt !== undefined} anchorEl={copyAt ?? null} onClose={() => setCopyAt(undefined)} slotProps={{ list: { 'aria-label': 'Ways to copy', dense: true } }}>
          {copyWays.map(({ label, text }) => (
            <MenuItem
              key={label}
              onClick={() => {
                copy(text(record));
                setCopyAt(undefined);
              }}
            >
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Box>
    </Box>
  );
}
