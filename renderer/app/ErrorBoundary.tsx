import { Box, Button } from '@mui/material';
import { Component, type ReactElement, type ReactNode } from 'react';
import { errorData, type AppErrorData } from '../../shared/errors/appError.ts';
import type { AppApi } from '../../shared/ipc/contract.ts';
import { ErrorCard, errorText } from '../ui/ErrorCard.tsx';

interface Props {
  readonly api: Pick<AppApi, 'app'>;
  readonly children: ReactNode;
}

interface State {
  readonly error: AppErrorData | undefined;
}

/** Catches a defect of a screen: it is logged under a reference, and the window offers to try again. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { error: undefined };

  static getDerivedStateFromError(thrown: unknown): State {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return { error: errorData('app.bug', { doing: 'showing this screen', message }) };
  }

  override componentDidCatch(thrown: unknown): void {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const stack = thrown instanceof Error ? thrown.stack : undefined;
    void this.props.api.app.reportDefect({ message, ...(stack === undefined ? {} : { stack }) }).then((result) => {
      if (!result.ok) return;
      const { reference } = result.value;
      this.setState({ error: errorData('app.bug', { doing: 'showing this screen', message, reference }, { reference }) });
    });
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? this.props.children : this.card(error);
  }

  private card(error: AppErrorData): ReactElement {
    return (
      <Box sx={{ flex: 1, display: 'grid', placeContent: 'center', padding: 3, height: '100%' }}>
        <Box sx={{ maxWidth: 560 }}>
          <ErrorCard
            error={error}
            alert
            actions={
              <>
                <Button variant="contained" onClick={() => this.setState({ error: undefined })}>Try again</Button>
                <Button onClick={() => void this.props.api.app.copyText({ text: errorText(error) })}>Copy report</Button>
              </>
            }
          />
        </Box>
      </Box>
    );
  }
}
