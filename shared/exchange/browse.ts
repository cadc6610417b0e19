import { z } from 'zod';

/** A folder of a mailbox, as a tree of folders shows it. */
export const MailFolder = z.object({
  id: z.string(),
  /** Folder that it is in; of folders at the top, one that is not told. */
  parent: z.string(),
  name: z.string(),
  items: z.number().optional(),
  unread: z.number().optional(),
});
export type MailFolder = z.infer<typeof MailFolder>;

/** An item as a list of items shows it. `at` is when it arrived, ISO 8601 in UTC. */
export const MailItem = z.object({ id: z.string(), title: z.string(), from: z.string().optional(), at: z.string().optional() });
export type MailItem = z.infer<typeof MailItem>;

/** Looks into a mailbox without changing it. Every method rejects with AppError; the signal ends the request on the wire. */
export interface MailboxBrowser {
  /** All folders below the root, page by page, each before those inside it. */
  folders(signal: AbortSignal): AsyncIterable<readonly MailFolder[]>;
  /** A page of a folder's items. `folder` is a name, a path or an ID. */
  items(query: { readonly folder: string; readonly search: string; readonly offset: number }, signal: AbortSignal): Promise<{ readonly items: readonly MailItem[]; readonly next: number | undefined }>;
}
