import { Box } from '@mui/material';
import { Fragment, type ReactElement } from 'react';
import type { Sentence, SentencePart } from './sentence.ts';

const looks: Readonly<Record<SentencePart['kind'], object>> = {
  plain: {},
  name: { fontWeight: 600 },
  source: { fontStyle: 'italic' },
  value: { color: 'studio.accent', fontWeight: 500 },
  none: { color: 'studio.textMuted', fontStyle: 'italic' },
};

/** A condition as a sentence. It wraps, also within a long word, and is never cut. */
export function SentenceText({ sentence }: { readonly sentence: Sentence }): ReactElement {
  return (
    <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
      {sentence.map(({ kind, text }, index) => (
        // The parts have no identity of their own.
        <Fragment key={index}>
          {index > 0 && ' '}
          <Box component="span" sx={looks[kind]}>{text}</Box>
        </Fragment>
      ))}
    </Box>
  );
}
