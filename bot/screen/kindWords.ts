import type { IdentifierKind } from './identifier.ts';

/** Kinds in the words of a sentence: “I took out an NHS number”. */
export const kindWords: Readonly<Record<IdentifierKind, string>> = {
  'nhs-number': 'an NHS number',
  'ni-number': 'a National Insurance number',
  postcode: 'a postcode',
  dob: 'a date of birth',
  phone: 'a phone number',
  email: 'an email address',
  'vehicle-registration': 'a vehicle registration',
  pnc: 'a PNC number',
  cro: 'a CRO number',
  upn: 'a pupil number (UPN)',
  bank: 'bank details',
  'payment-card': 'a payment card number',
  passport: 'a passport number',
  'driving-licence': 'a driving licence number',
  'full-address': 'an address',
  name: 'a name',
  'crime-reference': 'a crime or case reference',
  uprn: 'a property number (UPRN)',
};
