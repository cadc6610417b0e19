import { propertyRows } from './property.ts';

/** Properties of contact groups, in the order of the schema; some share their FieldURI with contacts (Microsoft Learn: DistributionList). */
export const distributionListProperties = [
  ...propertyRows('contacts', ['DisplayName string default', 'FileAs string', 'ContactSource choice readOnly onRequest']),
  ...propertyRows('distributionlist', ['Members complex noFind noQuery defaultGet append']),
];
