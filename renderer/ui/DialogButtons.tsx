import { Box, DialogActions } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';

const acceptFirst = /win/i.test(navigator.platform);

interface Props {
  /** Buttons at the other end of the row. */
  readonly start?: ReactNode;
  readonly accept: ReactNode;
  readonly cancel: ReactNode;
}

/** The buttons of a dialog in the order of the platform: OK, Cancel on Windows; Cancel, OK elsewhere. */
export function DialogButtons({ start, accept, cancel }: Props): ReactElement {
  return (
    <DialogActions>
      {start}
      <Box sx={{ flex: 1 }} />
      {acceptFirst ? accept : cancel}
      {acceptFirst ? cancel : accept}
    </DialogActions>
  );
}
