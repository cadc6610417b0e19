import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactElement } from 'react';

/** A part in which two versions differ; a side that has nothing there is absent. */
export interface ShownDifference {
  readonly where: string;
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
}

interface Props {
  readonly differences: readonly ShownDifference[];
  /** Names of the two versions. */
  readonly before: string;
  readonly after: string;
}

/** Every part in which two versions differ, with what each of them holds there. */
export function DifferenceTable({ differences, before, after }: Props): ReactElement {
  return (
    <Table stickyHeader aria-label="Differences" sx={{ '& th': { bgcolor: 'studio.raised' }, '& td': { verticalAlign: 'top', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }, '& td:first-of-type, & th:first-of-type': { paddingLeft: '20px' } }}>
      <TableHead>
        <TableRow>
          <TableCell>Where</TableCell>
          <TableCell>What</TableCell>
          <TableCell sx={{ width: '32%' }}>{before}</TableCell>
          <TableCell sx={{ width: '32%' }}>{after}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {differences.map((one) => (
          <TableRow key={`${one.where} ${one.what} ${one.before ?? ''} ${one.after ?? ''}`}>
            <TableCell>{one.where}</TableCell>
            <TableCell>{one.what}</TableCell>
            <TableCell>{one.before ?? <Nothing />}</TableCell>
            <TableCell>{one.after ?? <Nothing />}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Nothing(): ReactElement {
  return <Box component="span" sx={{ color: 'studio.textMuted' }}>not there</Box>;
}
