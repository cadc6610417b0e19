import { interfaceOf } from '../runbook/targets.ts';
import { waitsForSlot } from './jobSlots.ts';
import type { RunContext } from './runContext.ts';

/**
 * Does the work of a run that nobody invoked, once its runbook may have one more job: other runs of this process may have it already, started or
 * invoked. A runbook that starts with a monitor has one job, whatever it says. A file from elsewhere has no key to be told apart by, and does not wait.
 * A run that is stopped meanwhile does nothing.
 */
export async function inItsTurn(context: RunContext, work: (context: RunContext) => Promise<void>): Promise<void> {
  const { runbook, setup, lineage, runSignal } = context;
  const { runbookKey: key } = setup;
  if (key === undefined) return work(context);
  const concurrency = interfaceOf(runbook, setup.registry).monitor ? 1 : runbook.concurrency;
  const say = (): void => {
    context.emit({ type: 'message', level: 'information', text: waitsForSlot(runbook.name, concurrency) });
  };
  try {
    const job = await lineage.slots.enter({ key, name: runbook.name, document: { concurrency } }, undefined, runSignal, say);
    try {
      await work({ ...context, lineage: { ...lineage, job } });
    } finally {
      lineage.slots.leave(job);
    }
  } catch (thrown) {
    if (!runSignal.aborted) throw thrown;
  }
}
