import { Box, Link, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import type { GlobalUse } from '../../../shared/globals/view.ts';

interface Props {
  readonly uses: readonly GlobalUse[];
  /** Makes the entries links. */
  onChoose?(use: GlobalUse): void;
}

const placeOf = ({ activityName, field }: GlobalUse): string => (activityName === undefined ? field : `${activityName}: ${field}`);

/** Places, by runbook. */
export function UseList({ uses, onChoose }: Props): ReactElement {
  const runbooks = [...new Map(uses.map(({ runbook, runbookName }) => [runbook, runbookName]))];
  return (
    <>
      {runbooks.map(([key, name]) => (
        <Box key={key} sx={{ marginBottom: 1 }}>
          <Typography variant="h3" component="p">{name}</Typography>
          <Box component="ul" sx={{ margin: 0, paddingLeft: 2.5, fontSize: '0.8125rem' }}>
            {uses.filter(({ runbook }) => runbook === key).map((use) => (
              <li key={`${use.activity ?? ''} ${use.field}`}>
                {onChoose === undefined ? placeOf(use) : <Link component="button" type="button" onClick={() => onChoose(use)} sx={{ fontSize: 'inherit', textAlign: 'start' }}>{placeOf(use)}</Link>}
              </li>
            ))}
          </Box>
        </Box>
      ))}
    </>
  );
}
