/**
 * Every problem that a caller can be given. The kind is the fragment of its `type` URI, `/problems#not-found`,
 * and so never changes; the page at `/problems` is made from this.
 */
export const PROBLEM_KINDS = {
  unreadable: {
    status: 400,
    title: 'The body is not JSON',
    meaning: 'The body could not be read as JSON in UTF-8.',
    whatToDo: 'Send valid JSON.',
  },
  forbidden: {
    status: 403,
    title: 'You may not do this',
    meaning:
      'The token is valid, but it names no authority, or none of the scopes or not the role that the operation asks for.',
    whatToDo: 'Ask whoever manages your access for the role, or one that has the scope, named in the detail.',
  },
  'not-found': {
    status: 404,
    title: 'There is no such record',
    meaning:
      'Your authority has no record with this id. Records of other authorities are not told apart from none.',
    whatToDo: 'Check the id; list the records that your authority has.',
  },
  'reference-taken': {
    status: 409,
    title: 'The reference is taken',
    meaning: 'Another record of the same sort already has this reference of the case system.',
    whatToDo: 'Change that record instead, or correct the reference.',
  },
  'already-referred': {
    status: 409,
    title: 'A child is already in an open referral',
    meaning: 'A child is looked for in one open referral at a time, so that no two people look for one home.',
    whatToDo: 'Use the open referral that the detail names, or withdraw it first.',
  },
  'referral-not-open': {
    status: 409,
    title: 'The referral is not open',
    meaning: 'Homes are looked for only while a referral is open.',
    whatToDo: 'Open a withdrawn referral again, or open a new one.',
  },
  'conditions-failed': {
    status: 409,
    title: 'The household cannot take the children',
    meaning:
      'A condition of the household fails for these children on these nights; `failed` says which and what is true now.',
    whatToDo: 'Choose another household or other nights, or change what `failed` names.',
  },
  'already-placed': {
    status: 409,
    title: 'A child of the referral has a home already',
    meaning: 'A home is looked for only until a child is placed.',
    whatToDo: 'Leave out the children who are placed; move a placement to change where a child lives.',
  },
  'already-has-a-place': {
    status: 409,
    title: 'A child has a place there already',
    meaning:
      'A child has at most one place of a household on any night; `occupancies` names those that stand.',
    whatToDo: 'Use the hold or the placement that stands, or release it first.',
  },
  'nights-are-over': {
    status: 409,
    title: 'The referral asks for no night from today on',
    meaning: 'The last night that the referral asks for is over.',
    whatToDo: 'Change expectedUntil of the referral, or withdraw it.',
  },
  'hold-not-standing': {
    status: 409,
    title: 'The hold does not stand any more',
    meaning:
      'It was released, used by a placement, or its time is over; `state` says which, and `since` when.',
    whatToDo: 'Hold the places again.',
  },
  'lives-elsewhere': {
    status: 409,
    title: 'The child lives somewhere already',
    meaning: 'A child is in one main placement at a time; `placementId` names the one that has not ended.',
    whatToDo: 'Move or end that placement.',
  },
  overlaps: {
    status: 409,
    title: 'The child was or will be somewhere else on those nights',
    meaning: 'Two placements of a child never have a night in common; `placementId` names the other one.',
    whatToDo: 'Choose other days, or correct those of the other placement first.',
  },
  'approvals-missing': {
    status: 409,
    title: 'Approvals are missing',
    meaning: 'The option needs decisions that were not given with it; `missing` names each rule and role.',
    whatToDo: 'Have them decided, and send each in `approvals` with who decided, when and why.',
  },
  'answered-already': {
    status: 409,
    title: 'The approach was answered already',
    meaning: 'An answer stands for good; `since` says when it was given.',
    whatToDo: 'Ask again, as a new approach, and record its answer.',
  },
  'offer-lapsed': {
    status: 409,
    title: 'The offer stands no more',
    meaning: 'An offer stands until the moment that the agency gave; `since` says when it was over.',
    whatToDo: 'Ask the agency again and record its answer.',
  },
  'already-ended': {
    status: 409,
    title: 'It has ended already',
    meaning: 'A placement, or the Staying Put after it, ends once; `on` says when it did.',
    whatToDo: 'Correct the day if it is wrong.',
  },
  'settled-already': {
    status: 409,
    title: 'The deadline is settled already',
    meaning: 'What it asks for was done, or the end of the placement made it pointless.',
    whatToDo: 'Nothing.',
  },
  'not-a-move': {
    status: 409,
    title: 'Only a main placement can be moved',
    meaning: 'Respite and hospital stays end, and the child goes back to the main placement.',
    whatToDo: 'End the stay, and move the main placement.',
  },
  'not-with-foster-carers': {
    status: 409,
    title: 'The placement cannot become Staying Put',
    meaning: 'Only a main placement with foster carers or connected persons can.',
    whatToDo: 'End the placement instead.',
  },
  'not-staying-put': {
    status: 409,
    title: 'Nobody stays put after this placement',
    meaning: 'Only a Staying Put arrangement that a placement was turned into can be ended so.',
    whatToDo: 'Turn the placement into Staying Put first, or end the placement itself.',
  },
  'import-finished': {
    status: 409,
    title: 'The import is finished',
    meaning: 'It was loaded, refused or given up; `state` says which.',
    whatToDo: 'Import the files again, as a new import, if something is to change.',
  },
  'import-not-finished': {
    status: 409,
    title: 'The import is not finished',
    meaning: 'What it found can be read once all of it is known; `state` says where it stands.',
    whatToDo: 'Read the import until its state is loaded or refused.',
  },
  'case-open': {
    status: 409,
    title: 'The case is open already',
    meaning: 'There is one case for a child in a placement, and it is open.',
    whatToDo: 'Use the open case; it has the id of the placement.',
  },
  'case-closed': {
    status: 409,
    title: 'The case is closed',
    meaning: 'Nothing is decided on a closed case; `on` says when it was closed.',
    whatToDo: 'Open it again, with a reason.',
  },
  'trigger-holds': {
    status: 409,
    title: 'The case still meets a trigger',
    meaning: 'A case is closed once none of its triggers holds; it would open again the next day.',
    whatToDo: 'Decide on it, and close it when what the detail names no longer holds.',
  },
  'no-quorum': {
    status: 409,
    title: 'The panel has no quorum',
    meaning:
      'Too few members are present who have no conflict of interest; the detail says how many it takes.',
    whatToDo: 'Decide with the members that the policy asks for.',
  },
  'second-role-missing': {
    status: 409,
    title: 'The chair does not decide this alone',
    meaning:
      'At this weekly cost, or where it is not known, another role approves as well; the detail names it.',
    whatToDo: 'Have that role approve, and send who, when and why as `secondApproval`.',
  },
  'superseded-already': {
    status: 409,
    title: 'Another decision has taken its place',
    meaning: 'A decision is superseded once, by the one that its record names.',
    whatToDo: 'Supersede the decision that stands.',
  },
  'published-already': {
    status: 409,
    title: 'The pack of this meeting is published',
    meaning: 'What members were shown stays as it was; `since` says when it was published.',
    whatToDo: 'Read the pack: it says what has changed since.',
  },
  'not-in-order': {
    status: 409,
    title: 'The application does not allow this',
    meaning:
      'What is recorded of the application, the policy or its end stands against it; the detail says what.',
    whatToDo: 'Record what must come first, or correct the day that stands in the way.',
  },
  'state-changed': {
    status: 409,
    title: 'Somebody else was there first',
    meaning: 'Something that the answer was made from changed at the same moment, so nothing was written.',
    whatToDo: 'Read the record again and repeat the request if it still makes sense.',
  },
  'precondition-failed': {
    status: 412,
    title: 'The record has changed since you read it',
    meaning: 'If-Match names another version than the current one.',
    whatToDo: 'Read the record again, make your change to what it says now, and send its new ETag.',
  },
  'too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: 'A body may have at most 128 KiB; one with files to import at most 5 MiB.',
    whatToDo:
      'Send less; no record of ours needs as much. Larger files to import are uploaded beside the API.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is not sent as JSON',
    meaning: 'Bodies are read as application/json only.',
    whatToDo: 'Send the header Content-Type: application/json.',
  },
  invalid: {
    status: 422,
    title: 'The request does not hold together',
    meaning:
      'Something in the path, the query, the headers or the body breaks the contract or contradicts itself.',
    whatToDo:
      'Correct every entry of errors: `in` says which part, `pointer` (RFC 6901) where, `detail` what is wrong.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    meaning: 'A key stands for one request; this one came with a different request before.',
    whatToDo: 'Make a new key for each new request, and repeat a key only to repeat the very same request.',
  },
  'precondition-required': {
    status: 428,
    title: 'If-Match is missing',
    meaning: 'A change must say which version it changes, so that nobody overwrites what they have not seen.',
    whatToDo: 'Send If-Match with the ETag of the record as you read it.',
  },
  fault: {
    status: 500,
    title: 'Hearth failed',
    meaning: 'The fault is ours. Nothing was written, or all of it was.',
    whatToDo: 'Repeat the request with the same Idempotency-Key; if it fails again, report the instance.',
  },
  busy: {
    status: 503,
    title: 'Too much is happening at once',
    meaning: 'The same records are being written by many callers. Nothing was written.',
    whatToDo: 'Repeat the request, with the same Idempotency-Key, after the seconds that Retry-After names.',
  },
  'not-audited': {
    status: 503,
    title: 'The access could not be recorded',
    meaning:
      'Every access to a record leaves an entry in the audit before it is answered. This one could not, so nothing is given.',
    whatToDo: 'Repeat the request after the seconds that Retry-After names.',
  },
} as const satisfies Record<string, {status: number; title: string; meaning: string; whatToDo: string}>

export type ProblemKind = keyof typeof PROBLEM_KINDS
