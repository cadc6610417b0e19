import type { Invitations, UpdateNotices } from '../exchange/port.ts';
import { choice, type FieldValue } from '../fields/field.ts';

const invitationModes = ['SendToNone', 'SendOnlyToAll', 'SendToAllAndSaveCopy'] as const satisfies readonly Invitations[];
const updateModes = ['SendToNone', 'SendOnlyToAll', 'SendOnlyToChanged', 'SendToAllAndSaveCopy', 'SendToChangedAndSaveCopy'] as const satisfies readonly UpdateNotices[];

/** Who is told when a meeting is deleted. */
export const sendCancellations = choice({ label: 'Send Cancellations', options: invitationModes, help: 'Whether attendees of a meeting are told; SendToAllAndSaveCopy where nothing is chosen.' });

/** The invitation mode that a value names. */
export const noticesOf = (value: FieldValue | undefined): Invitations | undefined => invitationModes.find((mode) => mode === value);

/** The mode for changes that a value names. */
export const updateNoticesOf = (value: FieldValue | undefined): UpdateNotices | undefined => updateModes.find((mode) => mode === value);
