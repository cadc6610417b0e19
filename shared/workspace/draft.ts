import { z } from 'zod';
import { Runbook } from '../runbook/runbook.ts';

/** A runbook with changes that its file does not hold; `revision` names the bytes they were made on, `at` is when it was kept (ISO 8601). */
export const Draft = z.object({ key: z.string(), document: Runbook, revision: z.string(), at: z.string() });
export type Draft = z.infer<typeof Draft>;
