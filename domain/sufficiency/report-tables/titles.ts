/** What the keys of dimensions are called in tables, in the order in which they are shown. */

export const AGES = {
  '<1': 'Under 1',
  '1-4': '1 to 4',
  '5-9': '5 to 9',
  '10-15': '10 to 15',
  '16+': '16 and over',
}

export const SEX_TITLES = {F: 'Girls', M: 'Boys', U: 'Sex not recorded'}

export const ETHNICITY_TITLES = {
  white: 'White',
  mixed: 'Mixed',
  asian: 'Asian',
  black: 'Black',
  other: 'Other ethnic group',
  'not-known': 'Ethnicity not known',
}

export const LEGAL_TITLES = {
  C1: 'Interim care order (C1)',
  C2: 'Full care order (C2)',
  D1: 'Freeing order (D1)',
  E1: 'Placement order (E1)',
  J1: 'On remand (J1)',
  J2: 'Detained under PACE (J2)',
  J3: 'Youth rehabilitation order (J3)',
  L1: 'Police protection (L1)',
  L2: 'Emergency protection order (L2)',
  L3: 'Child assessment order (L3)',
  V2: 'Section 20, single period (V2)',
  'not-known': 'Not recorded',
}

export const NEED_TITLES = {
  N1: 'Abuse or neglect (N1)',
  N2: "Child's disability (N2)",
  N3: 'Parental illness or disability (N3)',
  N4: 'Family in acute stress (N4)',
  N5: 'Family dysfunction (N5)',
  N6: 'Socially unacceptable behaviour (N6)',
  N7: 'Low income (N7)',
  N8: 'Absent parenting (N8)',
  'not-known': 'Not recorded',
}

export const GROUP_TITLES = {
  kinship: 'Fostered by a relative or friend (U1-U3)',
  'other-foster': 'Fostered by another carer (U4-U6)',
  'placed-for-adoption': 'Placed for adoption (A3-A6)',
  'with-parents': 'Placed with parents (P1)',
  'secure-and-childrens-homes': "Secure and children's homes (K1, K2)",
  supported: 'Supported and independent accommodation (K3, H5, P2)',
  'residential-schools': 'Residential schools (S1)',
  'other-residential': 'Other residential (R1-R5)',
  other: 'Other placements (P3, Z1, T0-T4)',
}

export const PROVISION_TITLES = {
  'in-house-foster': 'In-house fostering (U4-U6, PR1)',
  'other-authority-foster': "Other authorities' fostering (U4-U6, PR2, PR3)",
  'kinship-foster': 'Kinship fostering (U1-U3)',
  'ifa-foster': 'IFA fostering (U4-U6, PR4, PR5)',
  'residential-in-house': 'Residential, public provider',
  'residential-external': 'Residential, other provider',
  supported: 'Supported and independent accommodation',
  secure: "Secure children's homes",
  'with-parents': 'Placed with parents',
  'placed-for-adoption': 'Placed for adoption',
  other: 'Other',
  'not-known': 'Not known',
}

export const SCHEME_TITLES = {
  mainstream: 'Mainstream',
  specialist: 'Specialist',
  'short-break': 'Short-break',
  'fostering-for-adoption': 'Fostering for adoption',
  'connected-persons': 'Connected persons',
  'supported-lodgings': 'Supported lodgings',
}

export const REFUSAL_TITLES = {
  'no-vacancy': 'No vacancy',
  mix: 'Does not fit with the children there',
  age: 'Age',
  behaviour: 'Behaviour',
  location: 'Location',
  cost: 'Cost',
  'notice-too-short': 'Notice too short',
  other: 'Another reason',
  'nobody-has-said-no': 'Nobody has said no',
}
