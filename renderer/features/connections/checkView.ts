import { checkStages, checkTitles, type CheckEvent, type CheckStage, type CheckSummary } from '../../../shared/connections/checks.ts';
import type { AppErrorData } from '../../../shared/errors/appError.ts';
import { spanText } from '../../../shared/text/measures.ts';

/** A stage of a connection test as the list shows it. */
export interface StageView {
  readonly stage: CheckStage;
  readonly state: 'waiting' | 'running' | 'passed' | 'failed' | 'skipped';
  /** What was found, or why the stage was left out. */
  readonly fact?: string;
  readonly durationMs?: number;
}

/** A connection test as the events so far tell it. */
export interface CheckView {
  readonly state: 'running' | 'passed' | 'failed' | 'cancelled';
  readonly stages: readonly StageView[];
  readonly error?: AppErrorData;
  readonly summary?: CheckSummary;
}

/** A test that begins. */
export const startedCheck: CheckView = { state: 'running', stages: checkStages.filter((stage) => stage !== 'autodiscover').map((stage) => ({ stage, state: 'waiting' })) };

/** Autodiscover joins the list when it is used; it comes first. */
function withStage(view: CheckView, stage: StageView): CheckView {
  const isListed = view.stages.some((one) => one.stage === stage.stage);
  return { ...view, stages: isListed ? view.stages.map((one) => (one.stage === stage.stage ? stage : one)) : [stage, ...view.stages] };
}

/** The test after one more event. */
export function foldCheck(view: CheckView, event: CheckEvent): CheckView {
  switch (event.type) {
    case 'stageStarted':
      return withStage(view, { stage: event.stage, state: 'running' });
    case 'stagePassed':
      return withStage(view, { stage: event.stage, state: 'passed', fact: event.fact, durationMs: event.durationMs });
    case 'stageFailed':
      return { ...withStage(view, { stage: event.stage, state: 'failed', fact: event.error.what, durationMs: event.durationMs }), error: event.error };
    case 'stageSkipped':
      return withStage(view, { stage: event.stage, state: 'skipped', fact: event.reason });
    case 'finished':
      return { ...view, state: event.ok ? 'passed' : 'failed', ...(event.summary === undefined ? {} : { summary: event.summary }) };
  }
}

/** The test after its stream ended: without a result it was cancelled, or could not be done. */
export function endCheck(view: CheckView, error: AppErrorData | undefined): CheckView {
  if (view.state !== 'running') return view;
  const stages = view.stages.map((one): StageView => (one.state === 'waiting' || one.state === 'running' ? { stage: one.stage, state: 'skipped', fact: 'not tried' } : one));
  return error === undefined || error.kind === 'cancelled' ? { ...view, stages, state: 'cancelled' } : { ...view, stages, state: 'failed', error };
}

const marks: Readonly<Record<StageView['state'], string>> = { waiting: '–', running: '…', passed: '✓', failed: '✕', skipped: '–' };

/** The test as plain text for a ticket. Errors hold no secret, so neither does this. */
export function checkReport(view: CheckView, name: string, errorText: string): string {
  const lines = view.stages.map(({ stage, state, fact, durationMs }) => [marks[state], checkTitles[stage].padEnd(12), fact ?? '', durationMs === undefined ? '' : spanText(durationMs)].join(' ').trimEnd());
  return [`Test connection: ${name}`, '', ...lines, '', errorText].join('\n').trimEnd();
}
