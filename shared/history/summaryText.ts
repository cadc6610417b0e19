import { countText } from '../engine/logLine.ts';
import { spanText } from '../text/measures.ts';
import type { RunConnection } from './runHeader.ts';
import type { RunResult, RunSummary } from './runSummary.ts';

/** How a run ended, as one word. */
export const resultWords: Readonly<Record<RunResult, string>> = {
  success: 'Success',
  warning: 'Warning',
  failed: 'Failed',
  cancelled: 'Cancelled',
  running: 'Running',
  interrupted: 'Interrupted',
};

/** Who began a run, as words. */
export const startedByWords: Readonly<Record<RunSummary['startedBy'], string>> = { test: 'Test', commandLine: 'Command line' };

/** The connections of a run with what they are: "contoso-online (real)", or nothing for a run that needed none. */
export function connectionsText(connections: readonly Pick<RunConnection, 'name' | 'demo'>[]): string {
  const names = (demo: boolean): string => connections.filter((one) => one.demo === demo).map(({ name }) => name).join(', ');
  const [real, demo] = [names(false), names(true)];
  return [real === '' ? '' : `${real} (real)`, demo === '' ? '' : `${demo} (demo)`].filter((part) => part !== '').join(', ');
}

/** How a run ended, as one sentence. */
export function resultSentence({ result, failed, errors, durationMs, executions, items }: RunSummary): string {
  const took = durationMs === undefined ? '' : ` after ${spanText(durationMs)}`;
  const [why] = errors;
  if (result === 'failed') return `Failed${failed === undefined ? took : ` in ${failed.name}`}${why === undefined ? '.' : `: ${why}`}`;
  if (result === 'interrupted') return `Interrupted${took}: the app or the computer ended before the run did.`;
  if (result === 'running') return 'The run goes on.';
  return `${resultWords[result]}${took}: ${countText(executions, 'activity run')}, ${countText(items, 'item')}.`;
}
