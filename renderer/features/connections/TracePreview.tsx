import { Box, Typography } from '@mui/material';
import { useEffect, useState, type ReactElement } from 'react';
import type { AppErrorData } from '../../../shared/errors/appError.ts';
import { prettyBody } from '../../../shared/trace/prettyBody.ts';
import type { TraceMessage, TraceRecord } from '../../../shared/trace/record.ts';
import { useApi } from '../../api/useApi.ts';
import { CodeView } from '../../ui/CodeView.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';

const messageText = (first: string, { headers, body }: TraceMessage): string => [first, ...headers.map(([name, value]) => `${name}: ${value}`), '', prettyBody(body)].join('\n').trimEnd();

/** A request with its answer, as it went over the wire; secrets were masked when it was recorded. */
function wireText({ method, url, status, request, response }: TraceRecord): string {
  const answer = response === undefined ? 'No answer.' : messageText(`HTTP ${status ?? ''}`, response);
  return `${messageText(`${method} ${url}`, request)}\n\n${answer}`;
}

/** The request in which a test failed, inside the dialog that it failed in; the trace viewer has it as well. */
export function TracePreview({ trace }: { readonly trace: string }): ReactElement {
  const api = useApi();
  const [record, setRecord] = useState<TraceRecord | undefined>(undefined);
  const [error, setError] = useState<AppErrorData | undefined>(undefined);
  useEffect(() => {
    let current = true;
    void api.traces.read({ id: trace }).then((result) => {
      if (!current) return;
      if (result.ok) setRecord(result.value);
      else setError(result.error);
    });
    return () => {
      current = false;
    };
  }, [api, trace]);
  if (error !== undefined) return <ErrorCard error={error} />;
  return (
    <Box component="section" aria-label="Trace" sx={{ border: 1, borderColor: 'studio.border', borderRadius: 1, height: 240, display: 'grid', overflow: 'hidden' }}>
      {record === undefined ? <Typography variant="body2" sx={{ padding: 1.5, color: 'studio.textMuted' }}>Reading…</Typography> : <CodeView text={wireText(record)} label="Request and response" language="text" wrap />}
    </Box>
  );
}
