/** Every failure we expect, with the kind it belongs to. One table, so that codes, statuses and words cannot drift. */
const REASONS = {
  // who is asking
  wrong_email_or_password: "unauthenticated",
  too_many_guesses: "unauthenticated",
  wrong_password: "invalid",
  wrong_code: "invalid",
  hand_over_to_same: "invalid",
  nothing_to_hand_over: "conflict",
  too_many_codes: "unauthenticated",
  passkey_refused: "unauthenticated",
  passkey_over: "unauthenticated",
  passkey_unknown: "unauthenticated",
  passkey_copied: "unauthenticated",
  passkey_cancelled: "invalid",
  passkey_known: "conflict",
  too_many_passkeys: "conflict",
  second_step_needed: "unauthenticated",
  second_step_over: "unauthenticated",
  member_disabled: "unauthenticated",
  // signing in with the newsroom's provider
  provider_unreachable: "unauthenticated",
  provider_cancelled: "unauthenticated",
  provider_too_late: "unauthenticated",
  provider_wrong: "unauthenticated",
  provider_email_unverified: "unauthenticated",
  provider_email_foreign: "unauthenticated",
  provider_account_unknown: "unauthenticated",
  provider_account_unlinked: "unauthenticated",
  provider_account_taken: "conflict",
  provider_only_way_in: "conflict",
  signed_out: "unauthenticated",
  session_ended: "unauthenticated",
  maybe_done: "conflict",
  // links that let somebody in
  link_unknown: "not_found",
  link_used: "conflict",
  link_expired: "conflict",
  link_withdrawn: "conflict",
  not_allowed: "forbidden",
  not_found: "not_found",
  setup_done: "not_found",
  // input
  invalid_input: "invalid",
  text_empty: "invalid",
  text_too_long: "invalid",
  passage_outside_text: "invalid",
  passage_too_long: "invalid",
  date_in_future: "invalid",
  unknown_rating: "invalid",
  email_taken: "conflict",
  invited_already: "conflict",
  password_common: "invalid",
  password_is_name: "invalid",
  // the history
  verification_begun: "conflict",
  // what was to be imported
  import_too_large: "invalid",
  import_too_complex: "invalid",
  import_unreadable: "invalid",
  import_no_text: "invalid",
  pdf_encrypted: "invalid",
  import_failed: "invalid",
  feed_unreadable: "invalid",
  feed_known: "conflict",
  too_many_feeds: "conflict",
  too_many_webhooks: "conflict",
  webhook_off: "conflict",
  webhook_secret_lost: "conflict",
  claim_reviews_none: "invalid",
  claim_reviews_unreadable: "invalid",
  claim_reviews_too_large: "invalid",
  check_file_gone: "conflict",
  check_file_scale: "conflict",
  check_file_failed: "invalid",
  import_gone: "conflict",
  newer_text: "conflict",
  file_missing: "invalid",
  nothing_kept: "invalid",
  no_address: "conflict",
  // a file that was to be a source, and what cannot be read of one that is
  document_empty: "invalid",
  document_too_large: "invalid",
  document_unknown: "invalid",
  document_drawing: "invalid",
  document_picture: "invalid",
  document_archive: "invalid",
  document_recording: "invalid",
  document_program: "invalid",
  document_macros: "invalid",
  picture_unread: "invalid",
  office_unread: "invalid",
  // an address that was to be fetched
  fetch_unreachable: "invalid",
  fetch_status: "invalid",
  fetch_too_large: "invalid",
  fetch_timeout: "invalid",
  fetch_wrong_type: "invalid",
  fetch_too_many_redirects: "invalid",
  // a copy of a source that was to be kept
  copy_failed: "invalid",
  // cited pages that are watched
  not_watched: "conflict",
  checked_just_now: "conflict",
  task_settled: "conflict",
  nothing_published: "conflict",
  // what somebody outside sends
  form_expired: "conflict",
  sent_too_quickly: "conflict",
  left_empty: "invalid",
  sent_too_often: "conflict",
  // and what becomes of it
  tip_taken: "conflict",
  tip_not_yours: "conflict",
  tip_settled: "conflict",
  tip_open: "conflict",
  tip_answered: "conflict",
  tip_without_address: "conflict",
  address_taken: "conflict",
  // archives outside
  archiving_off: "conflict",
  archiving_confidential: "conflict",
  archiving_begun: "conflict",
  archiving_failed: "invalid",
  // passages that did not follow their article
  passage_repaired: "conflict",
  passage_there: "conflict",
  passage_needs_repair: "conflict",
  repair_overtaken: "conflict",
  // the places of a claim
  last_passage: "conflict",
  too_many_passages: "conflict",
  // somebody was faster
  stale_version: "conflict",
  already_changed: "conflict",
  member_not_disabled: "conflict",
  typed_otherwise: "invalid",
  person_unknown: "invalid",
  reason_names_person: "invalid",
  already_erased: "conflict",
  changed_meanwhile: "conflict",
  cited_gone: "conflict",
  evidence_twice: "conflict",
  merge_twice: "conflict",
  merge_confidential: "conflict",
  merge_itself: "invalid",
  // the life of a claim: `state` is the claim's state in words
  wrong_state: "conflict",
  language_not_offered: "conflict",
  not_yours: "forbidden",
  no_evidence: "conflict",
  no_passage: "conflict",
  was_submitted: "conflict",
  own_claim: "forbidden",
  opinion_given: "forbidden",
  leased_by_other: "conflict",
  taken_by_other: "conflict",
  reply_not_yours: "forbidden",
  reply_published: "conflict",
  deadline_before_asked: "invalid",
  lease_missing: "conflict",
  lease_expired: "conflict",
  queue_empty: "not_found",
  assigned_to_other: "conflict",
  assignee_disabled: "conflict",
  assignee_no_reviewer: "conflict",
  assignee_own_claim: "conflict",
  assignee_gave_opinion: "conflict",
  snooze_past: "invalid",
  snooze_too_long: "invalid",
  too_many_views: "conflict",
  duplicate_of_itself: "invalid",
  earlier_gone: "conflict",
  claimant_shared: "forbidden",
  duplicate_not_found: "invalid",
  gate_blocked: "conflict",
  opinions_differed: "conflict",
  override_one_item: "invalid",
  under_embargo: "conflict",
  nothing_changed: "conflict",
  rating_changed: "invalid",
  rating_unchanged: "invalid",
  // scales of ratings
  draft_gone: "conflict",
  label_taken: "conflict",
  scale_too_small: "conflict",
  scale_too_large: "conflict",
  // comments
  comment_not_yours: "forbidden",
  comment_deleted: "conflict",
  comment_blind: "conflict",
  thread_resolved: "conflict",
  // members
  last_admin: "conflict",
  own_account: "conflict",
  // tokens of programs
  token_unknown: "unauthenticated",
  token_expired: "unauthenticated",
  token_needed: "unauthenticated",
  scope_missing: "forbidden",
  scope_beyond_role: "forbidden",
  too_many_tokens: "conflict",
  // words a program names by what they are and where they stand
  words_not_there: "invalid",
  words_ambiguous: "invalid",
  // `command` is what has the key already
  shortcut_taken: "conflict",
} as const satisfies Record<string, ErrorCode>;

const STATUS = { invalid: 400, unauthenticated: 401, forbidden: 403, not_found: 404, conflict: 409 } as const;

export type ErrorCode = "invalid" | "unauthenticated" | "forbidden" | "not_found" | "conflict";
export type Reason = keyof typeof REASONS;
export type ReasonValues = Readonly<Record<string, string | number>>;

/** Why a rule says no. `values` fill the placeholders of the reason's sentence in the dictionary. */
export type Refusal = { reason: Reason; values?: ReasonValues };

/** A failure we expected. Its sentence for the person at the screen is `words.reasons[reason]`. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly reason: Reason;
  readonly values: ReasonValues;
  /** The form field it belongs beside, when it belongs to one. */
  readonly field: string | undefined;

  constructor(reason: Reason, options: { values?: ReasonValues; field?: string } & ErrorOptions = {}) {
    super(reason, options);
    this.reason = reason;
    this.values = options.values ?? {};
    this.field = options.field;
  }

  get code(): ErrorCode {
    return REASONS[this.reason];
  }

  /** The HTTP status for it. */
  get status(): number {
    return STATUS[this.code];
  }
}

/** Throws what a rule refused, if it refused. */
export function insist(refusal: Refusal | null): void {
  if (refusal) throw new AppError(refusal.reason, refusal.values ? { values: refusal.values } : {});
}
