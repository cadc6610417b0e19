import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { SignInMethod } from '../../../shared/connections/connection.ts';
import type { ErrorAction } from '../../../shared/errors/appError.ts';
import { checkTitles } from '../../../shared/connections/checks.ts';
import { spanText } from '../../../shared/text/measures.ts';
import { useApi } from '../../api/useApi.ts';
import { useStores } from '../../stores/stores.ts';
import { ErrorCard, errorText } from '../../ui/ErrorCard.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { StatusIcon, type Status } from '../../ui/StatusIcon.tsx';
import { CertificatePanel } from './CertificatePanel.tsx';
import { SignInActions } from './SignInActions.tsx';
import { CheckSummaryFacts } from './CheckSummaryFacts.tsx';
import { TracePreview } from './TracePreview.tsx';
import { certificateOf } from './shownCertificate.ts';
import { checkReport, type CheckView, type StageView } from './checkView.ts';

const statuses: Readonly<Record<StageView['state'], Status>> = { waiting: 'queued', running: 'running', passed: 'success', failed: 'failed', skipped: 'skipped' };
const words: Readonly<Record<StageView['state'], string>> = { waiting: 'Waiting', running: 'Checking', passed: 'Passed', failed: 'Failed', skipped: 'Not tried' };

/** A change of a field that an error offers. */
export type FieldChange = Extract<ErrorAction, { readonly kind: 'setConnectionField' }>;

interface Props {
  readonly name: string;
  readonly view: CheckView;
  onCancel(): void;
  onAgain(): void;
  onField(change: FieldChange): void;
  onSignIn(method: SignInMethod | undefined): void;
}

/** The stages of a connection test as they happen, and what to do about the one that failed. */
export function CheckPanel({ name, view, onCancel, onAgain, onField, onSignIn }: Props): ReactElement {
  const api = useApi();
  const { app } = useStores();
  const [showsCertificate, setShowsCertificate] = useState(false);
  const [showsTrace, setShowsTrace] = useState(false);
  const certificate = certificateOf(view);
  const trace = view.error?.actions?.find((action) => action.kind === 'openTrace')?.trace;
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (view.state !== 'running') end.current?.scrollIntoView({ block: 'nearest' });
  }, [view.state]);
  const copy = async (): Promise<void> => {
    const result = await api.app.copyText({ text: checkReport(view, name, view.error === undefined ? '' : errorText(view.error)) });
    if (result.ok) app.getState().notify('The details were copied.');
  };
  return (
    <Box component="section" aria-label="Test connection" sx={{ display: 'grid', gap: 1.25 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 32 }}>
        <Typography variant="h3" component="h3" sx={{ flex: 1 }}>Test connection{name === '' ? '' : `: ${name}`}</Typography>
        {view.state === 'running' && <Button onClick={onCancel}>Cancel test</Button>}
      </Box>
      <Box component="ol" aria-label="Stages" sx={{ listStyle: 'none', margin: 0, padding: 0, border: 1, borderColor: 'studio.border', borderRadius: 1, '& > li + li': { borderTop: 1, borderColor: 'studio.border' } }}>
        {view.stages.map((stage) => (
          <Stage key={stage.stage} {...stage} />
        ))}
      </Box>
      {view.error !== undefined && (
        <ErrorCard
          error={view.error}
          alert
          actions={
            <>
              <SignInActions error={view.error} onSignIn={onSignIn} />
              {(view.error.actions ?? []).map((action) => action.kind === 'setConnectionField' && <Button key={action.label} onClick={() => onField(action)}>{action.label}</Button>)}
              <Button onClick={onAgain}>Test again</Button>
              {trace !== undefined && <Button aria-expanded={showsTrace} onClick={() => setShowsTrace(!showsTrace)}>{showsTrace ? 'Hide trace' : 'Open trace'}</Button>}
              <Button startIcon={<CopyIcon />} onClick={() => void copy()}>Copy details</Button>
            </>
          }
        />
      )}
      {view.error !== undefined && <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>OK saves the configuration all the same; it can be tested again later.</Typography>}
      {showsTrace && trace !== undefined && <TracePreview trace={trace} />}
      {view.state === 'cancelled' && <Notice tone="information">The test was stopped. Nothing was changed.</Notice>}
      {view.state === 'passed' && <Notice tone="success"><strong>The connection works.</strong> {view.summary !== undefined && <CheckSummaryFacts summary={view.summary} />}</Notice>}
      {certificate !== undefined && (
        <Box>
          <Button variant="text" aria-expanded={showsCertificate} onClick={() => setShowsCertificate(!showsCertificate)}>View certificate</Button>
          {showsCertificate && <CertificatePanel certificate={certificate} />}
        </Box>
      )}
      <div ref={end} />
    </Box>
  );
}

function Stage({ stage, state, fact, durationMs }: StageView): ReactElement {
  const quiet = state === 'waiting' || state === 'skipped';
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '20px 6.5rem minmax(0, 1fr) auto', gap: 1, alignItems: 'center', minHeight: 30, paddingInline: 1.25, fontSize: '0.8125rem', color: quiet ? 'studio.textMuted' : 'studio.text' }}>
      <StatusIcon status={statuses[state]} label={words[state]} />
      <Box component="span" sx={{ fontWeight: 500 }}>{checkTitles[stage]}</Box>
      <Box component="span" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line', paddingBlock: 0.5 }}>{fact ?? (state === 'running' ? 'Checking…' : '')}</Box>
      <Box component="span" sx={{ color: 'studio.textMuted', fontVariantNumeric: 'tabular-nums' }}>{durationMs === undefined ? '' : spanText(durationMs)}</Box>
    </Box>
  );
}
