import { z } from 'zod';

/** An entry of a context menu. What is chosen is told by its id; an entry with `entries` opens a menu of its own. */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  /** Electron accelerator, shown and not bound. */
  readonly key?: string | undefined;
  readonly enabled?: boolean | undefined;
  /** For an entry that is a switch: whether it is on. */
  readonly checked?: boolean | undefined;
  readonly entries?: readonly (MenuEntry | 'separator')[] | undefined;
  /** What the system itself does with the text that has the focus; nobody is told of the choice. */
  readonly role?: ClipboardRole | undefined;
}

const ClipboardRole = z.enum(['cut', 'copy', 'paste']);
export type ClipboardRole = z.infer<typeof ClipboardRole>;

const Entry: z.ZodType<MenuEntry, MenuEntry> = z.object({
  id: z.string(),
  label: z.string(),
  key: z.string().optional(),
  enabled: z.boolean().optional(),
  checked: z.boolean().optional(),
  role: ClipboardRole.optional(),
  get entries() {
    return z.array(z.union([Entry, z.literal('separator')])).optional();
  },
});

/** A context menu to show: its entries, and where in the window (CSS pixels); at the pointer when that is left out. */
export const ContextMenu = z.object({
  entries: z.array(z.union([Entry, z.literal('separator')])),
  at: z.object({ x: z.number(), y: z.number() }).optional(),
});
export type ContextMenu = z.infer<typeof ContextMenu>;
