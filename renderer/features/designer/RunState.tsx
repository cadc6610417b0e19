import CloudIcon from '@mui/icons-material/DnsOutlined';
import RealIcon from '@mui/icons-material/ReportOutlined';
import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { wholeOf, isActive, type TestRun } from '../../stores/testRun.ts';
import { useStores } from '../../stores/stores.ts';
import { color } from '../../ui/color.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';

/** Which mailboxes the runbook works on, demo or real, and the state of its test. */
export function ToolbarFacts({ run, document }: { readonly run: TestRun | undefined; readonly document: Runbook }): ReactElement {
  const entries = useStore(useStores().connections, (state) => state.entries);
  const used = entries.filter(({ key }) => Object.values(document.activities).some((activity) => activity.connection === key));
  const real = used.filter(({ connection }) => !connection.demo);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minWidth: 0, paddingRight: 0.5 }}>
      {run !== undefined && <StatusIcon status={wholeOf(run).view.status} word {...(run.stopping ? { label: 'Stopping…' } : {})} />}
      {used.length > 0 && (
        <Box
          title={used.map(({ connection }) => `${connection.name}: ${connection.demo ? 'demo' : connection.username}`).join('\n')}
          sx={{ display: 'flex', alignItems: 'center', gap: 0.5, paddingInline: 1, minHeight: 22, borderRadius: 3, fontSize: '0.75rem', fontWeight: 500, whiteSpace: 'nowrap', border: `1px solid ${color(real.length > 0 ? 'warning' : 'border')}`, color: real.length > 0 ? 'studio.warning' : 'studio.textMuted' }}
        >
          {real.length > 0 ? <RealIcon aria-hidden sx={{ fontSize: 14 }} /> : <CloudIcon aria-hidden sx={{ fontSize: 14 }} />}
          {real.length > 0 ? 'Real mailbox' : 'Demo'}
        </Box>
      )}
    </Box>
  );
}

/** Stays above the canvas while a test works on a real mailbox. */
export function RunBanner({ run }: { readonly run: TestRun | undefined }): ReactElement | null {
  if (!isActive(run) || run.real.length === 0) return null;
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 1, paddingInline: 1.5, minHeight: 30, fontSize: '0.8125rem', fontWeight: 500, bgcolor: 'studio.warningSoft', color: 'studio.warning', borderBottom: `1px solid ${color('warning')}` }}>
      <RealIcon aria-hidden />
      This test works on a real mailbox: {run.real.join(', ')}
    </Box>
  );
}
