import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box } from '@mui/material';
import { memo, type ReactElement } from 'react';
import type { Problem } from '../../../shared/runbook/problems.ts';

/** Problems that belong to no field: sentence and what to do. */
export const ProblemNotes = memo(function ProblemNotes({ problems }: { readonly problems: readonly Problem[] }): ReactElement | null {
  if (problems.length === 0) return null;
  return (
    <Box component="ul" aria-label="Problems" sx={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
      {problems.map((problem) => {
        const look = problem.severity === 'error' ? 'error' : 'warning';
        const Icon = look === 'error' ? ErrorIcon : WarningIcon;
        return (
          <Box key={`${problem.code}-${problem.what}`} component="li" sx={{ display: 'flex', gap: 1, padding: '6px 8px', borderRadius: '6px', fontSize: '0.8125rem', bgcolor: `studio.${look}Soft` }}>
            <Icon aria-hidden sx={{ fontSize: 16, marginTop: '2px', flexShrink: 0, color: `studio.${look}` }} />
            <span><strong>{problem.what}</strong> {problem.fix}</span>
          </Box>
        );
      })}
    </Box>
  );
});
