import { Button } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { Breakpoint, BreakpointCondition } from '../../../shared/engine/breakpoint.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { removeBreakpoint, setBreakpoint } from '../../commands/testerMarks.ts';
import { SentenceLine } from '../../fields/sentence/SentenceLine.tsx';
import type { LineState } from '../../fields/sentence/useLines.ts';
import { useStores } from '../../stores/stores.ts';
import { BreakpointFields, isIncomplete } from './BreakpointFields.tsx';
import { newCondition, pauseSentence } from './breakpointLines.ts';

interface Props {
  readonly runbook: string;
  readonly document: Runbook;
  readonly breakpoint: Breakpoint;
  readonly line: LineState;
  onShow(): void;
}

/** One breakpoint as a sentence. A change of its condition holds as soon as the condition is complete. */
export function BreakpointLine({ runbook, document, breakpoint, line, onShow }: Props): ReactElement {
  const stores = useStores();
  const { activity } = breakpoint;
  const [draft, setDraft] = useState<BreakpointCondition | undefined>(undefined);
  const condition = draft ?? breakpoint.condition;
  const name = document.activities[activity]?.name ?? activity;
  const change = (next: BreakpointCondition): void => {
    setDraft(next);
    if (!isIncomplete(next)) setBreakpoint(stores, runbook, { activity, condition: next });
  };
  const done = (): void => {
    setDraft(undefined);
    line.onDone();
  };
  return (
    <SentenceLine
      sentence={pauseSentence(condition === undefined ? { activity } : { activity, condition }, document)}
      noun={`the breakpoint of ${name}`}
      line={{ ...line, onDone: done }}
      disabled={false}
      actions={<Button variant="text" size="small" aria-label={`Show ${name}`} onClick={onShow} sx={{ minHeight: 24, minWidth: 0, paddingBlock: 0 }}>Show</Button>}
      more={breakpoint.condition !== undefined && <Button variant="text" size="small" onClick={() => { setDraft(undefined); setBreakpoint(stores, runbook, { activity }); line.onDone(); }} sx={{ minHeight: 24, minWidth: 0, paddingBlock: 0 }}>Pause every time</Button>}
      onRemove={() => removeBreakpoint(stores, runbook, activity)}
    >
      <BreakpointFields runbook={runbook} document={document} activity={activity} condition={condition ?? newCondition} onChange={change} />
    </SentenceLine>
  );
}
