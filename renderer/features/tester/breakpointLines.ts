import type { Breakpoint, BreakpointCondition } from '../../../shared/engine/breakpoint.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { breakpointSentence, type Sentence } from '../../fields/sentence/sentence.ts';

/** The condition that a breakpoint gets first. */
export const newCondition: BreakpointCondition = { subject: { of: 'item' }, operator: 'equals', value: '' };

/** A breakpoint in words: `Pause before Reply when Subject of Find contains “VIP”`. Without a condition it pauses every time. */
export function pauseSentence({ activity, condition }: Breakpoint, document: Runbook): Sentence {
  const where: Sentence = [{ kind: 'plain', text: 'Pause before' }, { kind: 'source', text: document.activities[activity]?.name ?? activity }];
  return condition === undefined ? [...where, { kind: 'plain', text: 'every time' }] : [...where, { kind: 'plain', text: 'when' }, ...breakpointSentence(condition, document)];
}
