import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { createFakeClient } from '../../../renderer/api/fakeClient.ts';
import { scriptedStream } from '../../../renderer/api/scriptedStream.ts';
import { GoToDialog } from '../../../renderer/features/palette/GoToDialog.tsx';
import type { HistoryChange } from '../../../shared/history/historyEvents.ts';
import type { RunSummary } from '../../../shared/history/runSummary.ts';
import { recordedSummary } from '../../fixtures/recordedRuns.ts';
import { showWith, type Shown } from '../showWith.tsx';

/** Local times, as the list shows them. */
const at = (hour: number, minute: number): string => new Date(2026, 10, 23, hour, minute, 5).toISOString();

function show(...runs: readonly RunSummary[]): Shown {
  const changes = scriptedStream<void, HistoryChange>();
  const shown = showWith(<GoToDialog onClose={() => undefined} />, createFakeClient({ history: { watch: changes.open } }));
  act(() => changes.emit({ runs: [...runs], removed: [] }));
  return shown;
}

it('finds a past run by runbook and time, and opens it', async () => {
  const { stores } = show(recordedSummary({ run: 'early', startedAt: at(9, 30) }), recordedSummary({ run: 'late', startedAt: at(14, 2), result: 'failed' }));
  const options = screen.getAllByRole('option').map((option) => option.textContent);
  expect(options).toEqual(['Triage23 Nov 2026 14:02:05 · Failed', 'Triage23 Nov 2026 09:30:05 · Success']);
  await userEvent.keyboard('triage 09:30{Enter}');
  await waitFor(() => expect(stores.layout.getState().activeTab).toEqual({ kind: 'run', run: 'early' }));
});

it('lists the newest runs only, and finds the others', async () => {
  show(...Array.from({ length: 8 }, (_, hour) => recordedSummary({ run: `run-${hour}`, startedAt: at(hour, 0) })));
  expect(screen.getAllByRole('option')).toHaveLength(5);
  await userEvent.keyboard('02:00:05');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Triage23 Nov 2026 02:00:05 · Success']);
});
