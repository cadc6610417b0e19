import { Box, Button } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { DocumentPart } from '../../../shared/trace/startingFolds.ts';
import { CodeView } from '../../ui/CodeView.tsx';
import { color } from '../../ui/color.ts';
import type { FoldedFile } from '../../ui/foldedRuns.ts';
import { elementHelp } from './elementHelp.ts';
import type { FormattedBody } from './formatBody.ts';

const nothing: readonly DocumentPart[] = [];

interface Props {
  readonly body: FormattedBody;
  /** Accessible name. */
  readonly label: string;
  readonly problemLines: readonly number[];
  onSave(file: FoldedFile): void;
}

/** A formatted body. One that is too large to be taken in starts folded, says so, and is unfolded with a button. */
export function BodyView({ body: { text, folds }, label, problemLines, onSave }: Props): ReactElement {
  const [unfolded, setUnfolded] = useState(false);
  const isXml = text.trimStart().startsWith('<');
  return (
    <>
      {folds.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, padding: '2px 12px', flexShrink: 0, fontSize: '0.75rem', color: 'studio.textMuted', borderBottom: `1px solid ${color('border')}` }}>
          <Box component="span" role="status" sx={{ flex: '1 1 12rem' }}>{unfolded ? 'The whole message is unfolded.' : `Large message: ${folds.length === 1 ? '1 part is' : `${folds.length.toLocaleString('en-US')} parts are`} folded.`}</Box>
          <Button variant="text" onClick={() => setUnfolded(!unfolded)} sx={{ minHeight: 24, paddingBlock: 0 }}>{unfolded ? 'Fold again' : 'Unfold all'}</Button>
        </Box>
      )}
      <CodeView text={text} label={label} problemLines={problemLines} folds={unfolded ? nothing : folds} language={isXml ? 'xml' : 'text'} onSave={onSave} {...(isXml ? { explain: elementHelp } : {})} />
    </>
  );
}
