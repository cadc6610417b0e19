import { parseDocument } from 'yaml';
import type { Fragment } from '../../runbook/fragment.ts';
import { Runbook } from '../../runbook/runbook.ts';
import { withoutEmpty } from './plain.ts';
import { renderFile } from './render.ts';
import { runbookFile } from './runbookFile.ts';

const FragmentFile = Runbook.pick({ activities: true, links: true, groups: true, notes: true, layout: true });

/** A part of a runbook as text: what the file of a runbook would hold of it, so that it can be read, mailed and pasted. */
export function fragmentText(fragment: Fragment): string {
  const { formatVersion: _version, name: _name, ...rest } = runbookFile.plain({ ...Runbook.parse({ name: '' }), ...fragment });
  return renderFile(rest);
}

/** Reads the text again, also a whole runbook's; undefined for any other text. */
export function parseFragment(text: string): Fragment | undefined {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) return undefined;
  const parsed = FragmentFile.safeParse(withoutEmpty(plainOf(document)));
  const something = parsed.success && Object.keys(parsed.data.activities).length + Object.keys(parsed.data.notes).length > 0;
  return something ? parsed.data : undefined;
}

/** What a document holds; nothing where aliases multiply each other, as in a text made to fill the memory. */
function plainOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}
