import { conditionTest, type KindOf, type TestedRow } from './conditionTest.ts';
import type { Loop, SingleCondition } from './runbook.ts';

/** Whether a loop ends after an attempt; `reason` is a sentence without a full stop. */
export interface LoopVerdict {
  readonly exits: boolean;
  readonly reason: string;
  readonly warnings: readonly string[];
}

/** Caps of a loop that a person switches on; a loop without them is only ended by its conditions or by Stop. */
export const newLoopCaps = { maximumAttempts: 100, maximumSeconds: 3600 } as const;

/**
 * Makes the test of a loop, to be used after every attempt with the rows that it published (runbook-model 1.7). One row of data for
 * which an exit row holds ends the loop, unless a do-not-exit row holds for any of them. Without exit rows success ends it.
 */
export function loopTest(loop: Pick<Loop, 'exit' | 'doNotExit'>, kindOf: KindOf): (rows: readonly TestedRow[]) => LoopVerdict {
  const untouched: SingleCondition = { status: ['success'] };
  const exit = (loop.exit.length === 0 ? [untouched] : loop.exit).map((condition) => conditionTest(condition, kindOf));
  const doNotExit = loop.doNotExit.map((condition) => conditionTest(condition, kindOf));
  return (rows) => {
    const warnings = new Set<string>();
    const first = (tests: typeof exit): { readonly met?: string; readonly missed: readonly string[] } => {
      const missed = new Set<string>();
      for (const row of rows) {
        for (const test of tests) {
          const tested = test(row);
          if (tested.warning !== undefined) warnings.add(tested.warning);
          if (tested.holds) return { met: tested.met, missed: [] };
          missed.add(tested.missed);
        }
      }
      return { missed: [...missed] };
    };
    const against = first(doNotExit);
    const wanted = against.met === undefined ? first(exit) : undefined;
    const reason = against.met === undefined ? (wanted?.met ?? shortened(wanted?.missed ?? [])) : `kept on because ${against.met}`;
    return { exits: wanted?.met !== undefined, reason, warnings: [...warnings] };
  };
}

/** Reasons of a few rows; those of thousands would say the same again and again. */
function shortened(missed: readonly string[]): string {
  const most = 3;
  return missed.length <= most ? missed.join('; ') : `${missed.slice(0, most).join('; ')}; and ${missed.length - most} more`;
}
