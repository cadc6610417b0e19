import { Box, Button, LinearProgress } from '@mui/material';
import { useEffect, useState, type ReactElement } from 'react';
import type { AppErrorData } from '../../../shared/errors/appError.ts';
import type { RunbookText } from '../../../shared/ipc/contract.ts';
import { conflictsIn, withSide } from '../../../shared/workspace/mergeMarkers.ts';
import { useApi } from '../../api/useApi.ts';
import { useStores } from '../../stores/stores.ts';
import { color, monospace } from '../../ui/color.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';

interface Props {
  readonly runbookKey: string;
  readonly error: AppErrorData;
}

/** A runbook whose file cannot be read as one: what is wrong, and the file as text with the lines that git left in conflict. */
export function BrokenFile({ runbookKey, error }: Props): ReactElement {
  const api = useApi();
  const { editor } = useStores();
  const [file, setFile] = useState<RunbookText | undefined>(undefined);
  const [failure, setFailure] = useState<AppErrorData | undefined>(undefined);
  useEffect(() => {
    let shown = true;
    void api.runbooks.readText({ key: runbookKey }).then((result) => {
      if (shown && result.ok) setFile(result.value);
    });
    return () => {
      shown = false;
    };
  }, [api, runbookKey, error]);
  const keep = async (side: 'upper' | 'lower'): Promise<void> => {
    if (file === undefined) return;
    const result = await api.runbooks.saveText({ ...file, text: withSide(file.text, side) });
    if (result.ok) await editor.getState().load(runbookKey);
    else setFailure(result.error);
  };
  const conflicts = file === undefined ? [] : conflictsIn(file.text);
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', display: 'flex', flexDirection: 'column', gap: 2, padding: 2 }}>
      <ErrorCard
        error={failure ?? error}
        alert
        actions={
          <>
            {conflicts.length > 0 && <Button onClick={() => void keep('upper')}>Keep the upper version</Button>}
            {conflicts.length > 0 && <Button onClick={() => void keep('lower')}>Keep the lower version</Button>}
            <Button onClick={() => void editor.getState().load(runbookKey)}>Read the file again</Button>
          </>
        }
      />
      {file === undefined && error.code !== 'file.notFound' && <LinearProgress aria-label="Reading the file" />}
      {file !== undefined && <FileText text={file.text} wrongLine={Number(error.details?.line ?? 0)} />}
    </Box>
  );
}

type Mark = 'upper' | 'lower' | 'marker' | 'wrong' | undefined;
const markColors = { upper: 'informationSoft', lower: 'pausedSoft', marker: 'warningSoft', wrong: 'errorSoft' } as const;
const markWords = { upper: 'upper version: ', lower: 'lower version: ', marker: 'conflict: ', wrong: 'error: ' } as const;

function FileText({ text, wrongLine }: { readonly text: string; readonly wrongLine: number }): ReactElement {
  const conflicts = conflictsIn(text);
  const markOf = (line: number): Mark => {
    const conflict = conflicts.find(({ start, end }) => line >= start && line <= end);
    if (conflict === undefined) return line === wrongLine ? 'wrong' : undefined;
    if (line === conflict.start || line === conflict.middle || line === conflict.end) return 'marker';
    return line < conflict.middle ? 'upper' : 'lower';
  };
  const lines = text.replace(/\n$/, '').split('\n').map((content, index) => ({ content, number: index + 1, mark: markOf(index + 1) }));
  return (
    <Box component="ol" aria-label="The file as text" tabIndex={0} sx={{ flex: 1, minHeight: 120, overflow: 'auto', margin: 0, padding: '8px 0', listStyle: 'none', border: 1, borderColor: 'studio.border', borderRadius: 1, bgcolor: 'studio.surface', fontFamily: monospace, fontSize: '0.75rem', lineHeight: 1.6 }}>
      {lines.map(({ content, number, mark }) => (
        <Box key={number} component="li" sx={{ display: 'flex', whiteSpace: 'pre', paddingRight: 2, ...(mark === undefined ? {} : { bgcolor: `studio.${markColors[mark]}`, boxShadow: `inset 3px 0 ${color(mark === 'wrong' ? 'error' : 'warning')}` }), ...(mark === 'marker' ? { fontWeight: 600 } : {}) }}>
          <Box component="span" aria-hidden sx={{ flex: '0 0 4ch', marginRight: 2, paddingLeft: 1, textAlign: 'right', color: 'studio.textMuted', userSelect: 'none' }}>{number}</Box>
          <span>{mark !== undefined && <VisuallyHidden>{markWords[mark]}</VisuallyHidden>}{content}</span>
        </Box>
      ))}
    </Box>
  );
}
