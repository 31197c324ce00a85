import type { Reason } from "#lib/errors.ts";

/** Why something was refused, and what to do about it. Placeholders come with the refusal. */
export const reasons = {
  wrong_email_or_password:
    "That e-mail address and password do not belong together. Check both and try again.",
  hand_over_to_same: "Choose somebody else: this is whose work it is already.",
  nothing_to_hand_over: "There is nothing in hand to hand over.",
  wrong_code: "That code does not fit, or was used already. Wait for the next one and try again.",
  too_many_codes: "Too many wrong codes. Wait 15 minutes and try again.",
  passkey_refused: "That passkey could not be checked. Try again, or use your password.",
  passkey_over: "That took too long, or was sent already. Try again.",
  passkey_unknown: "This passkey is not known here: it may have been removed. Sign in with your password.",
  passkey_copied:
    "This passkey was refused: there may be a copy of it. Sign in with your password, remove the passkey on your account page and tell an admin.",
  passkey_cancelled: "Your device made no answer. Try again.",
  passkey_known: "This passkey is there already.",
  too_many_passkeys: "You have as many passkeys as there can be. Remove one first.",
  second_step_needed:
    "This account asks for a code when it signs in. Sign in with e-mail address and password.",
  second_step_over: "Too much time has passed. Sign in with your password again.",
  wrong_password: "That is not your present password.",
  provider_unreachable:
    "{provider} does not answer just now. Try again in a moment, or sign in with your password.",
  provider_cancelled: "The sign-in with {provider} was cancelled.",
  provider_too_late:
    "The sign-in with {provider} took too long, or was begun in another browser. Begin again.",
  provider_wrong:
    "What {provider} answered does not fit. Try again; if it stays so, tell an admin of your newsroom.",
  provider_email_unverified:
    "{provider} does not confirm that your e-mail address is yours. Have it confirmed there first.",
  provider_email_foreign:
    "The e-mail address you have with {provider} is not one of this newsroom’s. Sign in there with the newsroom’s, or here with your password.",
  provider_account_unknown: "You have no account here yet. Ask an admin of your newsroom to invite you.",
  provider_account_unlinked:
    "The member with your e-mail address does not sign in with this account of {provider}. Sign in with your password, or ask an admin of your newsroom.",
  provider_account_taken:
    "Another member signs in with this account of {provider}. Choose another account there.",
  provider_only_way_in:
    "It is your only way in. Choose a password first: an admin, or “Forgot your password?” at the sign-in, has a link for that.",
  signed_out: "Your session has ended. Sign in again.",
  too_many_guesses:
    "Too many wrong passwords. Wait 15 minutes, or sign in with a browser you have signed in with before.",
  member_disabled: "This account is switched off. Ask an admin of your newsroom to switch it on again.",
  link_unknown: "This link is not complete, or was never ours. Copy the whole address.",
  link_used: "This link was used already. It works once.",
  link_expired: "This link is too old. Ask for a new one.",
  link_withdrawn: "This link does not work any more. Ask an admin of your newsroom for a new one.",
  not_allowed: "Your role does not allow this. Ask an editor or an admin.",
  not_found: "There is nothing here, or nothing you may see.",
  setup_done: "This newsroom is already set up. Sign in instead.",
  invalid_input: "Something is missing or not right yet. The notes at the fields say what.",
  text_empty: "There is no text here yet. Paste the article’s text.",
  text_too_long:
    "This text is longer than {limit} characters. Split the article, or leave out what will not be checked.",
  passage_outside_text: "The selection lies outside the article’s text. Select the words again.",
  passage_too_long:
    "This is more than one claim can hold: at most {limit} characters. Select only the words that make the claim.",
  date_in_future: "This date lies in the future. Check the year.",
  unknown_rating: "This rating is not on the newsroom’s scale any more. Choose one from the list.",
  import_too_large:
    "This is larger than {limit} MB. Paste the text of the article instead, without what stands around it.",
  import_too_complex:
    "This page is built in a way that cannot be read safely. Open it in your browser and paste the text of the article instead.",
  import_unreadable:
    "This is {type}, which cannot be read here. Web pages, PDF files and plain text can: or paste the text of the article.",
  import_no_text:
    "No text was found in this. It may be a scan, or a page that only a browser can draw: paste the text of the article instead.",
  pdf_encrypted: "This PDF is locked with a password. Save a copy without one, or paste the text instead.",
  feed_unreadable: "At this address is neither RSS nor Atom nor JSON Feed.",
  feed_known: "This feed is watched already.",
  too_many_feeds: "There are {limit} feeds already. Remove one first.",
  too_many_webhooks: "There are {limit} webhooks already. Delete one first.",
  webhook_off: "The webhook is switched off. Switch it on first.",
  webhook_secret_lost:
    "Its secret cannot be read any more, since the installation’s own was changed. Change the webhook’s secret.",
  verification_begun: "The history is being verified already.",
  claim_reviews_none: "There is no ClaimReview in this file.",
  claim_reviews_unreadable:
    "This file is neither JSON-LD nor a web page nor a table with a column “claimReviewed”.",
  claim_reviews_too_large:
    "This file is too large: up to {limit} MB can be sent here. Split it, or import it at the command line.",
  check_file_gone:
    "This file was imported or removed meanwhile, or is being read. Load the page again to see.",
  check_file_scale: "The newsroom’s ratings have changed since this was shown. Look again, then import.",
  check_file_failed: "It failed on our side. What came in stays. Try again.",
  import_failed: "Reading this failed on our side. Try again, or paste the text of the article instead.",
  import_gone: "This import has been used or removed already. Begin again.",
  repair_overtaken:
    "This can no longer be taken back: somebody has said something else since, or it has been published. Say anew where the words stand.",
  maybe_done:
    "The connection was lost while this was being saved, and it is not known whether it was. Load the page again to see; what you wrote is kept.",
  session_ended: "Your session has ended. Sign in again and send it once more: what you wrote is kept here.",
  newer_text:
    "The article has a newer text (revision {newest}) than the one this was compared with (revision {basedOn}). Read it again, then save.",
  file_missing: "Choose a file with something in it: a web page, a PDF or plain text.",
  document_empty: "There is nothing in this file. Choose another one.",
  document_too_large:
    "This file is larger than {limit} MB. Attach the pages that matter as a PDF of their own, or the address it stands at.",
  document_unknown:
    "It cannot be told what kind of file this is. Save it as a PDF, a picture (JPEG or PNG) or a text file, and attach that.",
  document_drawing:
    "An SVG drawing can hold a program, so it is not kept here. Export it as a PNG or a PDF, and attach that.",
  document_picture: "Browsers do not show this kind of picture. Save it as a JPEG or a PNG, and attach that.",
  document_archive: "This is an archive. Unpack it, and attach the documents in it one by one.",
  document_recording:
    "Sound and video are not kept here. Attach the address of the recording, or a transcript of it.",
  document_program: "This is a program, not a document. Check that you chose the right file.",
  document_macros:
    "This document holds macros, which are programs. Save it without them (.docx, .xlsx, .pptx) or as a PDF, and attach that.",
  picture_unread: "This is a picture: quote the words in it by typing them.",
  office_unread:
    "No text is read of office documents: quote the words by typing them, or attach the document as a PDF.",
  nothing_kept: "Every block is left out. Bring back at least one.",
  no_address: "This article has no web address to look at. Add it to the article’s details first.",
  fetch_unreachable:
    "This address cannot be read from here. Check it, or open it in your browser and paste the text instead.",
  fetch_status:
    "The site answered with an error ({status}). If you can open the page in your browser, paste its text instead.",
  fetch_too_large:
    "What is at this address is larger than {limit} MB. Paste the text of the article instead.",
  fetch_timeout: "The site did not answer within {seconds} seconds. Try again, or paste the text instead.",
  fetch_wrong_type:
    "There is no article at this address, but {type}. Web pages, PDF files and plain text can be read.",
  fetch_too_many_redirects:
    "This address leads from one page to the next without end. Open it in your browser and paste the text instead.",
  merge_twice:
    "One claim cites both sources with the same words. Remove one of the two there, then merge them.",
  merge_confidential:
    "One of them is confidential. What was said in confidence is not put together with anything else.",
  merge_itself: "This is the source itself. Choose the other one.",
  copy_failed: "Keeping a copy failed on our side. Try again.",
  not_watched: "This page is not watched: no claim cites it in public any more.",
  checked_just_now: "This page was looked at in the last {minutes} minutes. Wait a little.",
  task_settled: "This task is settled already.",
  nothing_published: "Readers do not see this claim: there is nothing to correct.",
  form_expired: "This page was open for long. What you wrote is still here: send it again.",
  sent_too_quickly: "That was very quick. What you wrote is still here: send it again.",
  left_empty: "One field that has to stay empty was filled in, by a program perhaps. Send it again.",
  sent_too_often: "Too much was sent in the last hour. What you wrote is still here: try again in an hour.",
  tip_taken: "Somebody else has this tip in hand.",
  tip_not_yours: "Take this tip in hand first.",
  tip_settled: "This tip is settled already.",
  tip_open: "This tip is not settled.",
  tip_answered: "This tip is answered already.",
  tip_without_address: "There is no address to answer to.",
  archiving_off: "No archive is set up here. An admin can set the keys of one.",
  archiving_confidential: "No claim cites this page in public: nobody outside is told of it.",
  archiving_begun: "This copy is archived already, or on its way.",
  archiving_failed: "The archive did not save the page ({code}).",
  address_taken: "Another source has that address already. Merge the two.",
  passage_repaired: "Somebody else has settled this passage already.",
  passage_there: "This claim stands at these words already. Choose other words.",
  passage_needs_repair:
    "The article changed under this claim’s words. Say first where they stand now, or that they are gone.",
  last_passage: "These are the claim’s only words in the article. Attach others first, or delete the claim.",
  too_many_passages: "This claim stands in {limit} places already. One claim cannot have more.",
  password_common:
    "Many people have this password, so it is tried first. Take a few words that do not belong together.",
  password_is_name:
    "This is only a name, so it is tried first. Take a few words that do not belong together.",
  invited_already: "Somebody with this address is invited already. Renew that invitation or withdraw it.",
  email_taken: "A member with this e-mail address exists already.",
  stale_version:
    "Somebody else saved this while you were writing. Nothing is lost: compare both texts and save again.",
  member_not_disabled: "Switch the account off first: then nothing of theirs is under way.",
  typed_otherwise: "That is not their address. Type it as it stands above.",
  person_unknown: "Nothing that is kept here came from this address. It may have been deleted already.",
  reason_names_person: "The reason stays in the history. Write it without their address.",
  already_erased: "It was erased before: nothing of what they sent is left.",
  already_changed:
    "Somebody else was faster: this has changed since you opened it. Reload to see how it stands.",
  changed_meanwhile: "It has changed since you looked at it. Open it to see how it stands now.",
  cited_gone:
    "This draft cannot be brought back: something it cites is gone from the desk. Make the claim again from its words.",
  evidence_twice: "This source is attached with the same words already.",
  wrong_state: "This cannot be done while the claim is “{state}”.",
  language_not_offered: "Readers cannot choose this language. An admin can offer it in the settings.",
  not_yours: "Only the claim’s author or an editor can do this.",
  no_evidence: "Attach at least one source before you submit the claim.",
  no_passage: "Mark the words of the claim in the article before you submit it.",
  was_submitted: "This claim has been in the queue, so its history stays. Dismiss it instead of deleting it.",
  own_claim: "This is your own claim. Somebody else has to review it.",
  opinion_given: "You have already given an opinion on this claim. Somebody else has to give the next.",
  leased_by_other: "{name} is working on this claim until {until}. Take another, or wait.",
  taken_by_other: "{name} has taken this claim and is working on it. Ask them or an editor to send it back.",
  reply_not_yours: "Only whoever wrote this entry can take it out. You can change it, with what you know.",
  reply_published:
    "Readers were told of this request, so it stays on record. Change it, and issue a correction.",
  deadline_before_asked: "This is before they were asked. Check both dates.",
  lease_missing: "Take this claim from the queue first.",
  lease_expired: "Your time with this claim ran out. Take it again to go on: what you wrote is kept.",
  queue_empty: "Nothing is waiting for you right now.",
  claimant_shared: "Other claims are theirs too, so this is an editor’s to change.",
  duplicate_of_itself: "A claim cannot be a duplicate of itself. Choose the other one.",
  earlier_gone:
    "The earlier claim you chose has been deleted meanwhile. Take that choice back, then save: what you wrote is kept.",
  duplicate_not_found: "There is no such claim at the desk. Paste the address of its page.",
  gate_blocked: "This cannot be published yet. Still missing: {missing}.",
  opinions_differed: "The opinions on it differed. Open it and read it before you publish it.",
  override_one_item: "Only one missing item can be overridden. Settle the others first.",
  assigned_to_other:
    "An editor has asked {name} to do this one. Take another, or ask an editor to end the assignment.",
  assignee_disabled: "The account of {name} is switched off. Choose somebody else.",
  assignee_no_reviewer: "{name} does not review claims. Choose somebody else.",
  assignee_own_claim: "{name} recorded this claim, and nobody checks their own. Choose somebody else.",
  assignee_gave_opinion: "{name} has given an opinion on this claim already. Choose somebody else.",
  snooze_past: "This day has come already. Choose a later one.",
  snooze_too_long: "A claim can be put aside for a month at most. Give it back instead.",
  too_many_views: "You keep {limit} views already. Delete one you do not need.",
  under_embargo:
    "This article is under embargo until {at}. Publish after that, or change the embargo in the article’s details.",
  rating_changed:
    "The rating is a different one now. Choose “Verdict changed” as the kind of correction, so that readers are told.",
  rating_unchanged: "The rating is the same as before. Choose “Typo” or “Update” as the kind of correction.",
  draft_gone: "The draft is gone: it was put into use or thrown away meanwhile. Load the page again.",
  label_taken: "Another one has this label already.",
  scale_too_small: "A scale needs at least two ratings to choose from.",
  scale_too_large: "More would be too many to keep apart. Change or retire one first.",
  nothing_changed: "Nothing has changed, so there is nothing to correct.",
  comment_not_yours: "Only whoever wrote a comment can change or delete it.",
  comment_deleted: "This comment has been deleted.",
  comment_blind:
    "You have given your opinion since you wrote this, and others are still to give theirs. Write a new comment instead: they see it once all opinions are in.",
  thread_resolved: "Somebody resolved this thread meanwhile. Reopen it to reply.",
  last_admin: "This is the last admin. Make somebody else an admin first.",
  own_account: "You cannot do this to your own account. Ask another admin.",
  token_unknown: "This token is not known here: it was revoked, or is not complete.",
  token_expired: "This token has expired. Make a new one in the desk’s settings.",
  token_needed: "This needs a token: `Authorization: Bearer pm_…`.",
  scope_missing: "This token lacks the scope “{scope}”.",
  scope_beyond_role:
    "A {role} cannot do this, and neither can a token of theirs: leave out the scope “{scope}”.",
  too_many_tokens: "There are {limit} tokens already. Revoke one that is not used any more.",
  words_not_there: "These words do not stand in the article’s newest text.",
  words_ambiguous:
    "These words stand in several places. Add what stands before and after them, or their position.",
  shortcut_taken: "{key} already stands for “{command}”.",
} as const satisfies Record<Reason, string>;
