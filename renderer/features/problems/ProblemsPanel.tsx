import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, Button, Typography } from '@mui/material';
import type { KeyboardEvent, ReactElement } from 'react';
import type { Problem } from '../../../shared/runbook/problems.ts';
import { repaired } from '../../../shared/runbook/repair.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { showProblem } from '../../commands/showProblem.ts';
import { useCurrentEditor, useProblems } from '../../stores/current.ts';
import { useStores } from '../../stores/stores.ts';
import { count } from '../../stores/words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';

function placeOf({ activity, link }: Problem, document: Runbook): string {
  const name = (key: string): string => document.activities[key]?.name ?? key;
  if (link !== undefined) return `${name(link.from)} → ${name(link.to)}`;
  return activity === undefined ? 'Runbook' : name(activity);
}

/** Everything that is wrong with the runbook in front; choosing a problem shows its field. */
export function ProblemsPanel(): ReactElement {
  const stores = useStores();
  const editor = useCurrentEditor();
  const problems = useProblems(editor?.key);
  if (editor === undefined) return <EmptyState text="Open a runbook to see its problems." />;
  if (problems.length === 0) return <EmptyState text="No problems. The runbook is ready to test." />;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const repair = ({ repair: way, what }: Problem): void => {
    if (way === undefined) return;
    stores.editor.getState().edit(editor.key, (before) => repaired(before, way.edit));
    stores.app.getState().announce(`${way.label}: done. ${what}`);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, F4: event.shiftKey ? -1 : 1 }[event.key];
    if (step === undefined) return;
    const rows = [...event.currentTarget.querySelectorAll('button')];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
    event.preventDefault();
  };
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }} onKeyDown={onKeyDown}>
      <Typography variant="caption" component="p" sx={{ margin: 0, padding: '6px 12px', color: 'studio.textMuted' }}>
        {errors === 0 ? 'Warnings do not keep the runbook from running.' : `${count(errors, 'error')} ${errors === 1 ? 'keeps' : 'keep'} the runbook from being tested.`}
      </Typography>
      <Box component="ul" aria-label="Problems" sx={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {problems.map((problem) => (
          <Box component="li" sx={{ display: 'flex', alignItems: 'center' }} key={`${problem.code} ${problem.activity ?? ''} ${problem.link?.from ?? ''} ${problem.link?.to ?? ''} ${problem.field ?? ''} ${problem.what}`}>
            <Row problem={problem} place={placeOf(problem, editor.document)} onShow={() => showProblem(stores, editor.key, problem)} />
            {problem.code === 'variable.noValue' && problem.variable !== undefined && <SetValue name={problem.variable} />}
            {problem.repair !== undefined && !editor.readOnly && (
              <Button size="small" variant="outlined" aria-label={`${problem.repair.label}: ${placeOf(problem, editor.document)}`} onClick={() => repair(problem)} sx={{ marginRight: 1.5, minHeight: 24, paddingBlock: 0, fontSize: '0.75rem', flexShrink: 0 }}>
                {problem.repair.label}
              </Button>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function Row({ problem, place, onShow }: { readonly problem: Problem; readonly place: string; onShow(): void }): ReactElement {
  const error = problem.severity === 'error';
  const Icon = error ? ErrorIcon : WarningIcon;
  return (
    <Box
      component="button"
      type="button"
      onClick={onShow}
      sx={{ display: 'grid', gridTemplateColumns: '18px minmax(8rem, 14rem) minmax(0, 1fr)', gap: 1, width: '100%', minHeight: 'var(--studio-row)', padding: '4px 12px', border: 0, bgcolor: 'transparent', color: 'studio.text', font: 'inherit', fontSize: '0.8125rem', textAlign: 'start', cursor: 'pointer', '&:hover': { bgcolor: 'studio.hover' }, '&:focus-visible': { outlineOffset: -2 } }}
    >
      <Icon aria-hidden sx={{ fontSize: 16, marginTop: '2px', color: error ? 'studio.error' : 'studio.warning' }} />
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: 500 }}>
        <VisuallyHidden>{error ? 'Error: ' : 'Warning: '}</VisuallyHidden>
        {place}
      </Box>
      <span>
        {problem.what.replace(`${place}: `, '')} <Box component="span" sx={{ color: 'studio.textMuted' }}>{problem.fix}</Box>
      </span>
    </Box>
  );
}

/** Opens the dialog of an encrypted variable whose value this computer does not have. */
function SetValue({ name }: { readonly name: string }): ReactElement {
  const { layout } = useStores();
  return (
    <Button size="small" variant="outlined" aria-label={`Set the value of ${name}`} onClick={() => layout.getState().openDialog({ kind: 'variable', name })} sx={{ marginRight: 1.5, minHeight: 24, paddingBlock: 0, fontSize: '0.75rem', flexShrink: 0 }}>
      Set…
    </Button>
  );
}
