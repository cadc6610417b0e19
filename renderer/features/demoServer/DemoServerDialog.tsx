import { Box, Button, Dialog, DialogContent, DialogTitle, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useEffect, useId, useState, type ReactElement } from 'react';
import { DemoFault, demoFaults, type DemoState } from '../../../shared/demo/demo.ts';
import type { AppErrorData } from '../../../shared/errors/appError.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { useApi } from '../../api/useApi.ts';
import { openDemo } from '../../commands/workspaceActions.ts';
import { useStores } from '../../stores/stores.ts';
import { monospace } from '../../ui/color.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { StatusIcon } from '../../ui/StatusIcon.tsx';

/** The demo Exchange server: its state, faults to cause in it, and its data as they were at first. */
export function DemoServerDialog({ onClose }: { onClose(): void }): ReactElement {
  const api = useApi();
  const stores = useStores();
  const id = useId();
  const [state, setState] = useState<DemoState | undefined>(undefined);
  const [error, setError] = useState<AppErrorData | undefined>(undefined);
  const take = (result: Result<DemoState>): void => {
    if (result.ok) setState(result.value);
    setError(result.ok ? undefined : result.error);
  };
  useEffect(() => {
    void api.demo.state(undefined).then(take);
  }, [api]);

  const cause = (fault: DemoFault): void => {
    // The choice shows at once; what the server answers has the last word.
    setState((before) => (before === undefined ? before : { ...before, fault }));
    void api.demo.setFault({ fault }).then(take);
  };
  const reset = async (): Promise<void> => {
    const result = await api.demo.reset(undefined);
    take(result);
    if (result.ok) stores.app.getState().notify('The demo mailbox is as it was at first.');
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} maxWidth="sm" fullWidth>
      <DialogTitle id={`${id}-title`}>Demo server</DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
        {error !== undefined && <ErrorCard error={error} alert />}
        {state?.running === false && <Notice tone="information">The demo server is not running. It starts when the demo is opened.</Notice>}
        {state?.running === true && (
          <>
            <Box sx={{ display: 'grid', gap: 0.5 }}>
              <StatusIcon status="success" word label="Running on this computer only" />
              <Typography variant="body2" sx={{ fontFamily: monospace, fontSize: '0.75rem', color: 'studio.textMuted', overflowWrap: 'anywhere' }}>{state.url}</Typography>
              {state.mailbox !== undefined && <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>Mailbox: {state.mailbox}</Typography>}
            </Box>
            <Box>
              <FormLabel id={`${id}-faults`} component="div">Cause a fault</FormLabel>
              <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>Shows safely what each failure looks like in a test. It stays until another choice is made.</Typography>
              <RadioGroup aria-labelledby={`${id}-faults`} value={state.fault} onChange={(event) => cause(DemoFault.parse(event.target.value))} sx={{ marginTop: 0.5 }}>
                {DemoFault.options.map((fault) => (
                  <FormControlLabel key={fault} value={fault} control={<Radio />} label={demoFaults[fault]} sx={{ marginLeft: '-4px', gap: 0.5, '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }} />
                ))}
              </RadioGroup>
            </Box>
          </>
        )}
      </DialogContent>
      <DialogButtons
        start={
          state?.running === true ? (
            <Button onClick={() => void reset()}>Reset the data</Button>
          ) : (
            <Button onClick={() => { onClose(); openDemo(stores); }}>Open the demo</Button>
          )
        }
        accept={<Button variant="contained" onClick={onClose}>Close</Button>}
        cancel={null}
      />
    </Dialog>
  );
}
