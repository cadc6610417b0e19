import type { Field, Fields } from '../fields/field.ts';

/** The five kinds of Exchange items, as the pack's configuration names them. */
export const itemTypeNames = ['Appointment', 'Contact', 'Contact Group', 'E-Mail Message', 'Task'] as const;
export type ItemTypeName = (typeof itemTypeNames)[number];

/** An Exchange item type: a list of fields with roles, from which forms, filters, published data and requests are derived. */
export interface ItemType {
  readonly name: ItemTypeName;
  /** Element name in Exchange's schema. */
  readonly exchangeClass: string;
  /** Prefix of the item class of such items. */
  readonly itemClass: string;
  readonly reference: string;
  /** Folder that is read, and folder that new items go to, where none is given. */
  readonly defaultFolder: { readonly read: string; readonly create: string };
  readonly fields: Fields;
  /** What Create Item and Update Item may be told beside the properties of the item. */
  readonly options?: { readonly create?: Fields; readonly update?: Fields };
}

/** Keeps the field names of an item type as literal types. */
export function itemType<const T extends ItemType>(definition: T): T {
  return definition;
}

function having(type: ItemType, wanted: (field: Field) => boolean): Fields {
  return Object.fromEntries(Object.entries(type.fields).filter(([, field]) => wanted(field)));
}

/** Works fields out once for each item type: as the same object they need not be shown anew. */
function once(fieldsOf: (type: ItemType) => Fields): (type: ItemType) => Fields {
  const known = new WeakMap<ItemType, Fields>();
  return (type) => {
    const fields = known.get(type) ?? fieldsOf(type);
    known.set(type, fields);
    return fields;
  };
}

/** Fields that a filter row may name. */
export const filterFields = once((type) => having(type, (field) => field.filter !== undefined));
/** Fields that a filter row of Find Appointments may name, with the relations that it offers. */
export const viewFilterFields = once((type) =>
  Object.fromEntries(
    Object.entries(type.fields).flatMap(([key, field]) => (field.viewFilter === undefined ? [] : [[key, { ...field, filter: field.viewFilter }]])),
  ),
);
/** Fields that Create Item offers, required ones marked as such. */
export const createFields = once((type) => ({
  ...Object.fromEntries(Object.entries(having(type, (field) => field.create !== undefined)).map(([key, field]) => [key, { ...field, required: field.create === 'required' }])),
  ...type.options?.create,
}));
/** Fields that Update Item offers; none has to be given. */
export const updateFields = once((type) => ({ ...having(type, (field) => field.update === true), ...type.options?.update }));
/** Fields that an activity publishes for each item it reads. */
export const publishedFields = once((type) => having(type, (field) => field.publish === true));
