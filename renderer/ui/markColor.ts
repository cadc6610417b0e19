import type { ColorName } from './color.ts';

/** The tone of a line and of a surface for each color that a person can choose; both pass in every mode. */
export const markTones = {
  gray: { line: 'controlBorder', soft: 'raised' },
  yellow: { line: 'warning', soft: 'warningSoft' },
  green: { line: 'success', soft: 'successSoft' },
  blue: { line: 'information', soft: 'informationSoft' },
  purple: { line: 'paused', soft: 'pausedSoft' },
  red: { line: 'error', soft: 'errorSoft' },
} as const satisfies Readonly<Record<string, { readonly line: ColorName; readonly soft: ColorName }>>;
