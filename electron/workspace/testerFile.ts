import { z } from 'zod';
import { AppError } from '../../shared/errors/appError.ts';
import { AllTesterMarks, type TesterMarks } from '../../shared/engine/testerMarks.ts';
import { locked, writeText } from './atomicWrite.ts';
import { readText } from './textFile.ts';

const Content = z.object({ formatVersion: z.literal(1), runbooks: AllTesterMarks });

const isEmpty = ({ breakpoints, pins }: TesterMarks): boolean => breakpoints.length === 0 && Object.keys(pins).length === 0;

/** The marks in a file of the user-data folder, by runbook. A file that is missing, broken or of another version counts as empty. */
export async function readTesterMarks(path: string): Promise<AllTesterMarks> {
  try {
    const content = Content.safeParse(JSON.parse((await readText(path, 'tester marks')).text));
    return content.success ? content.data.runbooks : {};
  } catch (thrown) {
    if (thrown instanceof SyntaxError || (thrown instanceof AppError && thrown.data.code === 'file.notFound')) return {};
    throw thrown;
  }
}

/** Keeps the marks of one runbook. Readable by their owner only: pinned rows are contents of mail. Throws AppError `file.unwritable`. */
export function saveTesterMarks(path: string, runbook: string, marks: TesterMarks): Promise<void> {
  return locked(path, async () => {
    const { [runbook]: _before, ...others } = await readTesterMarks(path);
    const runbooks = isEmpty(marks) ? others : { ...others, [runbook]: marks };
    await writeText(path, `${JSON.stringify({ formatVersion: 1, runbooks }, null, 2)}\n`, { mode: 0o600 });
  });
}
