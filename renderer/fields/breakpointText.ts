import type { BreakpointCondition } from '../../shared/engine/breakpoint.ts';
import { conditionOperators, type Runbook } from '../../shared/runbook/runbook.ts';
import { readableParts } from './readable.ts';

const readable = (text: string, document: Runbook): string => readableParts(text, document).map((part) => part.text).join('');

/** When a breakpoint holds, in words: "Find › Subject contains VIP". Without a condition it always does. */
export function breakpointText(condition: BreakpointCondition | undefined, document: Runbook): string {
  if (condition === undefined) return 'Always';
  const { subject, operator, value, and } = condition;
  const upTo = operator === 'isBetween' ? ` and ${readable(and ?? '', document)}` : '';
  return `${subject.of === 'item' ? 'Item number' : readable(subject.text, document)} ${conditionOperators[operator]} ${readable(value, document)}${upTo}`;
}
