import type { Finder } from './identifier.ts';
import { bank } from './kinds/bank.ts';
import { crimeReference } from './kinds/crimeReference.ts';
import { dob } from './kinds/dob.ts';
import { drivingLicence } from './kinds/drivingLicence.ts';
import { email } from './kinds/email.ts';
import { fullAddress } from './kinds/fullAddress.ts';
import { nhsNumber } from './kinds/nhsNumber.ts';
import { niNumber } from './kinds/niNumber.ts';
import { passport } from './kinds/passport.ts';
import { paymentCard } from './kinds/paymentCard.ts';
import { phone } from './kinds/phone.ts';
import { cro, pnc } from './kinds/policeNumbers.ts';
import { postcode } from './kinds/postcode.ts';
import { upn } from './kinds/upn.ts';
import { uprn } from './kinds/uprn.ts';
import { vehicleRegistration } from './kinds/vehicleRegistration.ts';
import { name } from './names/name.ts';
import { smallName } from './names/smallName.ts';
import { surnameFirst } from './names/surnameFirst.ts';
import { byRule } from './rule.ts';

const rules = [
  nhsNumber,
  niNumber,
  paymentCard,
  ...bank,
  drivingLicence,
  passport,
  pnc,
  cro,
  upn,
  uprn,
  ...phone,
  dob,
  postcode,
  ...vehicleRegistration,
  ...crimeReference,
  fullAddress,
];

/** Everything that the screen looks for. */
export const finders: readonly Finder[] = [...rules.map(byRule), email, name, smallName, surnameFirst];
