import type { reasons as english } from "../en/reasons.ts";
import type { Translation } from "../words.ts";

/** Why something was refused, and what to do about it. Placeholders come with the refusal. */
export const reasons: Translation<typeof english> = {
  wrong_email_or_password:
    "Diese E-Mail-Adresse und dieses Passwort gehören nicht zusammen. Prüfen Sie beides und versuchen Sie es noch einmal.",
  hand_over_to_same: "Wählen Sie jemand anderen: Diese Arbeit liegt schon dort.",
  nothing_to_hand_over: "Es gibt nichts zu übergeben.",
  wrong_code:
    "Dieser Code passt nicht oder wurde schon benutzt. Warten Sie auf den nächsten und versuchen Sie es noch einmal.",
  too_many_codes: "Zu viele falsche Codes. Warten Sie 15 Minuten und versuchen Sie es noch einmal.",
  passkey_refused:
    "Dieser Passkey ließ sich nicht prüfen. Versuchen Sie es noch einmal, oder nehmen Sie Ihr Passwort.",
  passkey_over: "Das hat zu lange gedauert oder wurde schon gesendet. Versuchen Sie es noch einmal.",
  passkey_unknown:
    "Dieser Passkey ist hier nicht bekannt: Vielleicht wurde er entfernt. Melden Sie sich mit Ihrem Passwort an.",
  passkey_copied:
    "Dieser Passkey wurde abgelehnt: Vielleicht gibt es eine Kopie davon. Melden Sie sich mit Ihrem Passwort an, entfernen Sie ihn auf der Seite Ihres Kontos und sagen Sie es der Administration.",
  passkey_cancelled: "Ihr Gerät hat nicht geantwortet. Versuchen Sie es noch einmal.",
  passkey_known: "Diesen Passkey gibt es schon.",
  too_many_passkeys: "Mehr Passkeys gehen nicht. Entfernen Sie zuerst einen.",
  second_step_needed:
    "Dieses Konto fragt beim Anmelden nach einem Code. Melden Sie sich mit E-Mail-Adresse und Passwort an.",
  second_step_over: "Es ist zu viel Zeit vergangen. Melden Sie sich noch einmal mit Ihrem Passwort an.",
  wrong_password: "Das ist nicht Ihr jetziges Passwort.",
  provider_unreachable:
    "{provider} antwortet gerade nicht. Versuchen Sie es gleich noch einmal, oder melden Sie sich mit Ihrem Passwort an.",
  provider_cancelled: "Die Anmeldung mit {provider} wurde abgebrochen.",
  provider_too_late:
    "Die Anmeldung mit {provider} hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Beginnen Sie noch einmal.",
  provider_wrong:
    "Was {provider} geantwortet hat, passt nicht. Versuchen Sie es noch einmal; bleibt es so, sagen Sie es der Administration Ihrer Redaktion.",
  provider_email_unverified:
    "{provider} bestätigt nicht, dass Ihre E-Mail-Adresse Ihnen gehört. Lassen Sie sie dort zuerst bestätigen.",
  provider_email_foreign:
    "Die E-Mail-Adresse, die Sie bei {provider} haben, gehört nicht zu dieser Redaktion. Melden Sie sich dort mit der der Redaktion an, oder hier mit Ihrem Passwort.",
  provider_account_unknown:
    "Sie haben hier noch kein Konto. Bitten Sie die Administration Ihrer Redaktion um eine Einladung.",
  provider_account_unlinked:
    "Das Mitglied mit Ihrer E-Mail-Adresse meldet sich nicht mit diesem Konto von {provider} an. Melden Sie sich mit Ihrem Passwort an, oder fragen Sie die Administration Ihrer Redaktion.",
  provider_account_taken:
    "Ein anderes Mitglied meldet sich mit diesem Konto von {provider} an. Wählen Sie dort ein anderes.",
  provider_only_way_in:
    "Es ist Ihr einziger Zugang. Wählen Sie zuerst ein Passwort: Die Administration oder „Passwort vergessen?“ bei der Anmeldung hat einen Link dafür.",
  signed_out: "Ihre Sitzung ist beendet. Melden Sie sich wieder an.",
  too_many_guesses:
    "Zu viele falsche Passwörter. Warten Sie 15 Minuten, oder melden Sie sich mit einem Browser an, in dem Sie schon angemeldet waren.",
  member_disabled:
    "Dieses Konto ist abgeschaltet. Bitten Sie die Administration Ihrer Redaktion, es wieder einzuschalten.",
  link_unknown: "Dieser Link ist unvollständig oder war nie einer von uns. Kopieren Sie die ganze Adresse.",
  link_used: "Dieser Link wurde schon benutzt. Er gilt nur einmal.",
  link_expired: "Dieser Link ist zu alt. Bitten Sie um einen neuen.",
  link_withdrawn:
    "Dieser Link gilt nicht mehr. Bitten Sie die Administration Ihrer Redaktion um einen neuen.",
  not_allowed:
    "Ihre Rolle erlaubt das nicht. Wenden Sie sich an die Redaktionsleitung oder die Administration.",
  not_found: "Hier ist nichts oder nichts, was Sie sehen dürfen.",
  setup_done: "Diese Redaktion ist schon eingerichtet. Melden Sie sich an.",
  invalid_input: "Etwas fehlt oder stimmt noch nicht. Was es ist, steht bei den Feldern.",
  text_empty: "Hier ist noch kein Text. Fügen Sie den Text des Artikels ein.",
  text_too_long:
    "Dieser Text hat mehr als {limit} Zeichen. Teilen Sie den Artikel oder lassen Sie weg, was nicht geprüft wird.",
  passage_outside_text:
    "Die Auswahl liegt außerhalb des Artikeltextes. Markieren Sie den Wortlaut noch einmal.",
  passage_too_long:
    "Das ist mehr, als eine Behauptung fasst: höchstens {limit} Zeichen. Markieren Sie nur die Worte, die die Behauptung ausmachen.",
  date_in_future: "Dieses Datum liegt in der Zukunft. Prüfen Sie das Jahr.",
  unknown_rating:
    "Diese Bewertung steht nicht mehr auf der Skala der Redaktion. Wählen Sie eine aus der Liste.",
  import_too_large:
    "Das ist größer als {limit} MB. Fügen Sie stattdessen den Text des Artikels ein, ohne das, was um ihn herum steht.",
  import_too_complex:
    "Diese Seite ist so gebaut, dass sie sich nicht sicher lesen lässt. Öffnen Sie sie in Ihrem Browser und fügen Sie stattdessen den Text des Artikels ein.",
  import_unreadable:
    "Das ist {type} und lässt sich hier nicht lesen. Webseiten, PDF-Dateien und reiner Text gehen, oder Sie fügen den Text des Artikels ein.",
  import_no_text:
    "Darin wurde kein Text gefunden. Vielleicht ist es ein Scan oder eine Seite, die nur ein Browser darstellen kann: Fügen Sie stattdessen den Text des Artikels ein.",
  pdf_encrypted:
    "Dieses PDF ist mit einem Passwort gesperrt. Speichern Sie eine Kopie ohne Passwort oder fügen Sie stattdessen den Text ein.",
  feed_unreadable: "Unter dieser Adresse ist weder RSS noch Atom noch JSON Feed.",
  feed_known: "Dieser Feed wird schon beobachtet.",
  too_many_feeds: "Es gibt schon {limit} Feeds. Entfernen Sie zuerst einen.",
  too_many_webhooks: "Es gibt schon {limit} Webhooks. Löschen Sie zuerst einen.",
  webhook_off: "Der Webhook ist ausgeschaltet. Schalten Sie ihn zuerst ein.",
  webhook_secret_lost:
    "Sein Geheimnis lässt sich nicht mehr lesen, weil das der Installation geändert wurde. Wechseln Sie das Geheimnis des Webhooks.",
  verification_begun: "Der Verlauf wird schon überprüft.",
  claim_reviews_none: "In dieser Datei ist kein ClaimReview.",
  claim_reviews_unreadable:
    "Diese Datei ist weder JSON-LD noch eine Webseite noch eine Tabelle mit einer Spalte „claimReviewed“.",
  claim_reviews_too_large:
    "Diese Datei ist zu groß: Hier lassen sich höchstens {limit} MB senden. Teilen Sie sie, oder importieren Sie sie auf der Befehlszeile.",
  check_file_gone:
    "Diese Datei wurde inzwischen importiert oder entfernt, oder sie wird gerade gelesen. Laden Sie die Seite neu.",
  check_file_scale:
    "Die Bewertungen der Redaktion haben sich geändert, seit dies gezeigt wurde. Lassen Sie noch einmal nachsehen, dann importieren Sie.",
  check_file_failed: "Das ist bei uns fehlgeschlagen. Was hereinkam, bleibt. Versuchen Sie es noch einmal.",
  import_failed:
    "Das Einlesen ist bei uns fehlgeschlagen. Versuchen Sie es noch einmal oder fügen Sie stattdessen den Text des Artikels ein.",
  import_gone: "Dieser Import ist schon verwendet oder entfernt worden. Fangen Sie neu an.",
  repair_overtaken:
    "Das lässt sich nicht mehr zurücknehmen: Seither hat jemand etwas anderes angegeben, oder es wurde veröffentlicht. Geben Sie neu an, wo der Wortlaut steht.",
  maybe_done:
    "Beim Speichern ging die Verbindung verloren, und es ist unklar, ob es geklappt hat. Laden Sie die Seite neu, um nachzusehen; was Sie geschrieben haben, ist noch da.",
  session_ended:
    "Ihre Sitzung ist beendet. Melden Sie sich wieder an und senden Sie es noch einmal: Was Sie geschrieben haben, bleibt hier erhalten.",
  newer_text:
    "Der Artikel hat einen neueren Text (Fassung {newest}) als den, mit dem verglichen wurde (Fassung {basedOn}). Lesen Sie ihn noch einmal ein und speichern Sie dann.",
  file_missing: "Wählen Sie eine Datei, in der etwas steht: eine Webseite, ein PDF oder reinen Text.",
  document_empty: "In dieser Datei ist nichts. Wählen Sie eine andere.",
  document_too_large:
    "Diese Datei ist größer als {limit} MB. Fügen Sie die wichtigen Seiten als eigenes PDF hinzu oder die Adresse, an der sie steht.",
  document_unknown:
    "Es lässt sich nicht erkennen, was das für eine Datei ist. Speichern Sie sie als PDF, Bild (JPEG oder PNG) oder Textdatei und fügen Sie diese hinzu.",
  document_drawing:
    "Eine SVG-Zeichnung kann ein Programm enthalten und wird deshalb hier nicht aufbewahrt. Exportieren Sie sie als PNG oder PDF und fügen Sie dieses hinzu.",
  document_picture:
    "Browser zeigen diese Art von Bild nicht an. Speichern Sie es als JPEG oder PNG und fügen Sie dieses hinzu.",
  document_archive: "Das ist ein Archiv. Entpacken Sie es und fügen Sie die Dokumente darin einzeln hinzu.",
  document_recording:
    "Ton und Video werden hier nicht aufbewahrt. Fügen Sie die Adresse der Aufnahme oder eine Abschrift hinzu.",
  document_program:
    "Das ist ein Programm, kein Dokument. Prüfen Sie, ob Sie die richtige Datei gewählt haben.",
  document_macros:
    "Dieses Dokument enthält Makros, also Programme. Speichern Sie es ohne sie (.docx, .xlsx, .pptx) oder als PDF und fügen Sie dieses hinzu.",
  picture_unread: "Das ist ein Bild: Zitieren Sie den Wortlaut darin, indem Sie ihn abtippen.",
  office_unread:
    "Aus Office-Dokumenten wird kein Text gelesen: Zitieren Sie den Wortlaut, indem Sie ihn abtippen, oder fügen Sie das Dokument als PDF hinzu.",
  nothing_kept: "Jeder Absatz ist ausgelassen. Holen Sie mindestens einen zurück.",
  no_address:
    "Dieser Artikel hat keine Webadresse, die sich aufrufen ließe. Ergänzen Sie sie zuerst in den Angaben zum Artikel.",
  fetch_unreachable:
    "Diese Adresse lässt sich von hier nicht lesen. Prüfen Sie sie oder öffnen Sie sie in Ihrem Browser und fügen Sie stattdessen den Text ein.",
  fetch_status:
    "Die Website hat mit einem Fehler geantwortet ({status}). Wenn Sie die Seite in Ihrem Browser öffnen können, fügen Sie stattdessen ihren Text ein.",
  fetch_too_large:
    "Was an dieser Adresse steht, ist größer als {limit} MB. Fügen Sie stattdessen den Text des Artikels ein.",
  fetch_timeout:
    "Die Website hat nicht innerhalb von {seconds} Sekunden geantwortet. Versuchen Sie es noch einmal oder fügen Sie stattdessen den Text ein.",
  fetch_wrong_type:
    "An dieser Adresse steht kein Artikel, sondern {type}. Lesen lassen sich Webseiten, PDF-Dateien und reiner Text.",
  fetch_too_many_redirects:
    "Diese Adresse leitet endlos von einer Seite zur nächsten. Öffnen Sie sie in Ihrem Browser und fügen Sie stattdessen den Text ein.",
  merge_twice:
    "Eine Behauptung zitiert beide Quellen mit demselben Wortlaut. Entfernen Sie dort eine der beiden und legen Sie die Quellen dann zusammen.",
  merge_confidential:
    "Eine davon ist vertraulich. Was im Vertrauen gesagt wurde, wird mit nichts anderem zusammengelegt.",
  merge_itself: "Das ist die Quelle selbst. Wählen Sie die andere.",
  copy_failed: "Das Sichern einer Kopie ist bei uns fehlgeschlagen. Versuchen Sie es noch einmal.",
  not_watched: "Diese Seite wird nicht beobachtet: Keine Behauptung zitiert sie mehr öffentlich.",
  checked_just_now: "Diese Seite wurde in den letzten {minutes} Minuten aufgerufen. Warten Sie ein wenig.",
  task_settled: "Diese Aufgabe ist schon erledigt.",
  nothing_published: "Diese Behauptung ist nicht öffentlich zu sehen: Es gibt nichts zu korrigieren.",
  form_expired:
    "Diese Seite war lange offen. Was Sie geschrieben haben, ist noch da: Senden Sie es noch einmal.",
  sent_too_quickly:
    "Das ging sehr schnell. Was Sie geschrieben haben, ist noch da: Senden Sie es noch einmal.",
  left_empty:
    "Ein Feld, das leer bleiben muss, war ausgefüllt, vielleicht von einem Programm. Senden Sie es noch einmal.",
  sent_too_often:
    "In der letzten Stunde wurde zu viel gesendet. Was Sie geschrieben haben, ist noch da: Versuchen Sie es in einer Stunde noch einmal.",
  tip_taken: "Diesen Hinweis hat jemand anderes übernommen.",
  tip_not_yours: "Übernehmen Sie diesen Hinweis zuerst.",
  tip_settled: "Dieser Hinweis ist schon erledigt.",
  tip_open: "Dieser Hinweis ist nicht erledigt.",
  tip_answered: "Dieser Hinweis ist schon beantwortet.",
  tip_without_address: "Es gibt keine Adresse für eine Antwort.",
  archiving_off: "Hier ist kein Archiv eingerichtet. Die Administration kann die Schlüssel für eines setzen.",
  archiving_confidential:
    "Keine Behauptung zitiert diese Seite öffentlich: Niemand außerhalb erfährt von ihr.",
  archiving_begun: "Diese Kopie ist schon archiviert oder auf dem Weg dahin.",
  archiving_failed: "Das Archiv hat die Seite nicht gespeichert ({code}).",
  address_taken: "Eine andere Quelle hat diese Adresse schon. Legen Sie die beiden zusammen.",
  passage_repaired: "Jemand anderes hat diese Stelle schon geklärt.",
  passage_there: "Diese Behauptung steht schon an dieser Stelle. Wählen Sie andere Worte.",
  passage_needs_repair:
    "Der Artikel hat sich an der Stelle dieser Behauptung geändert. Geben Sie zuerst an, wo ihr Wortlaut jetzt steht oder dass es ihn nicht mehr gibt.",
  last_passage:
    "Das ist die einzige Stelle der Behauptung im Artikel. Fügen Sie zuerst eine andere hinzu oder löschen Sie die Behauptung.",
  too_many_passages:
    "Diese Behauptung steht schon an {limit} Stellen. Mehr kann eine Behauptung nicht haben.",
  password_common:
    "Dieses Passwort haben viele, deshalb wird es zuerst versucht. Nehmen Sie ein paar Wörter, die nicht zusammengehören.",
  password_is_name:
    "Das ist nur ein Name, deshalb wird es zuerst versucht. Nehmen Sie ein paar Wörter, die nicht zusammengehören.",
  invited_already:
    "Jemand mit dieser Adresse ist schon eingeladen. Erneuern Sie die Einladung oder nehmen Sie sie zurück.",
  email_taken: "Es gibt schon ein Mitglied mit dieser E-Mail-Adresse.",
  stale_version:
    "Jemand anderes hat dies gespeichert, während Sie geschrieben haben. Nichts ist verloren: Vergleichen Sie beide Texte und speichern Sie noch einmal.",
  member_not_disabled: "Schalten Sie das Konto zuerst ab: Dann ist nichts mehr im Gange.",
  typed_otherwise: "Das ist nicht die Adresse. Geben Sie sie so ein, wie sie oben steht.",
  person_unknown:
    "Nichts, was hier aufbewahrt wird, kam von dieser Adresse. Vielleicht ist sie schon gelöscht.",
  reason_names_person: "Der Grund bleibt im Verlauf stehen. Schreiben Sie ihn ohne die Adresse.",
  already_erased: "Es wurde schon gelöscht: Von der Zuschrift ist nichts mehr da.",
  already_changed:
    "Jemand anderes war schneller: Seit Sie es geöffnet haben, hat sich etwas geändert. Laden Sie neu, um den Stand zu sehen.",
  changed_meanwhile:
    "Seit Sie es angesehen haben, hat es sich geändert. Öffnen Sie es, um den jetzigen Stand zu sehen.",
  cited_gone:
    "Dieser Entwurf lässt sich nicht wiederherstellen: Etwas, das er zitiert, gibt es in der Redaktion nicht mehr. Legen Sie die Behauptung aus ihrem Wortlaut neu an.",
  evidence_twice: "Diese Quelle ist mit demselben Wortlaut schon hinzugefügt.",
  wrong_state: "Das geht nicht, solange die Behauptung den Status „{state}“ hat.",
  language_not_offered:
    "Diese Sprache ist öffentlich nicht wählbar. Die Administration kann sie in den Einstellungen anbieten.",
  not_yours: "Das kann nur, wer die Behauptung erfasst hat, oder die Redaktionsleitung.",
  no_evidence: "Fügen Sie mindestens eine Quelle hinzu, bevor Sie die Behauptung einreichen.",
  no_passage: "Markieren Sie den Wortlaut der Behauptung im Artikel, bevor Sie sie einreichen.",
  was_submitted:
    "Diese Behauptung war schon in der Warteschlange, deshalb bleibt ihr Verlauf. Sortieren Sie sie aus, statt sie zu löschen.",
  own_claim: "Das ist Ihre eigene Behauptung. Prüfen muss sie jemand anderes.",
  opinion_given:
    "Sie haben zu dieser Behauptung schon ein Votum abgegeben. Das nächste muss von jemand anderem kommen.",
  leased_by_other:
    "{name} arbeitet bis {until} an dieser Behauptung. Nehmen Sie eine andere oder warten Sie.",
  taken_by_other:
    "{name} hat diese Behauptung übernommen und arbeitet daran. Bitten Sie {name} oder die Redaktionsleitung, sie zurückzuschicken.",
  reply_not_yours:
    "Entfernen kann diesen Eintrag nur, wer ihn geschrieben hat. Sie können ihn mit dem, was Sie wissen, ändern.",
  reply_published:
    "Diese Bitte um Stellungnahme ist öffentlich bekannt und bleibt deshalb in der Liste. Ändern Sie sie und geben Sie eine Korrektur heraus.",
  deadline_before_asked: "Das liegt vor dem Tag, an dem gefragt wurde. Prüfen Sie beide Daten.",
  lease_missing: "Übernehmen Sie diese Behauptung zuerst aus der Warteschlange.",
  lease_expired:
    "Ihre Zeit mit dieser Behauptung ist abgelaufen. Übernehmen Sie sie erneut, um weiterzumachen: Was Sie geschrieben haben, ist noch da.",
  queue_empty: "Im Moment wartet nichts auf Sie.",
  claimant_shared:
    "Auch andere Behauptungen stammen von dieser Seite, deshalb kann das nur die Redaktionsleitung ändern.",
  duplicate_of_itself: "Eine Behauptung kann keine Dublette von sich selbst sein. Wählen Sie die andere.",
  earlier_gone:
    "Die frühere Behauptung, die Sie gewählt haben, ist inzwischen gelöscht. Nehmen Sie diese Wahl zurück und speichern Sie dann: Was Sie geschrieben haben, ist noch da.",
  duplicate_not_found:
    "Diese Behauptung gibt es in der Redaktion nicht. Fügen Sie die Adresse ihrer Seite ein.",
  gate_blocked: "Das kann noch nicht veröffentlicht werden. Es fehlt noch: {missing}.",
  opinions_differed:
    "Die Voten dazu wichen voneinander ab. Öffnen und lesen Sie die Behauptung, bevor Sie sie veröffentlichen.",
  override_one_item: "Nur ein einziger fehlender Punkt lässt sich übergehen. Klären Sie zuerst die anderen.",
  assigned_to_other:
    "Die Redaktionsleitung hat diese Behauptung {name} zugewiesen. Nehmen Sie eine andere oder bitten Sie die Redaktionsleitung, die Zuweisung aufzuheben.",
  assignee_disabled: "Das Konto von {name} ist abgeschaltet. Wählen Sie jemand anderen.",
  assignee_no_reviewer: "{name} prüft keine Behauptungen. Wählen Sie jemand anderen.",
  assignee_own_claim:
    "{name} hat diese Behauptung erfasst, und niemand prüft die eigene. Wählen Sie jemand anderen.",
  assignee_gave_opinion:
    "{name} hat zu dieser Behauptung schon ein Votum abgegeben. Wählen Sie jemand anderen.",
  snooze_past: "Dieser Tag ist schon da. Wählen Sie einen späteren.",
  snooze_too_long:
    "Eine Behauptung lässt sich höchstens einen Monat zurückstellen. Geben Sie sie stattdessen zurück.",
  too_many_views: "Sie haben schon {limit} Ansichten gespeichert. Löschen Sie eine, die Sie nicht brauchen.",
  under_embargo:
    "Für diesen Artikel gilt bis zum {at} eine Sperrfrist. Veröffentlichen Sie danach oder ändern Sie die Sperrfrist in den Angaben zum Artikel.",
  rating_changed:
    "Die Bewertung ist jetzt eine andere. Wählen Sie „Bewertung geändert“ als Art der Korrektur, damit es öffentlich bekannt wird.",
  rating_unchanged:
    "Die Bewertung ist dieselbe wie vorher. Wählen Sie „Tippfehler“ oder „Aktualisierung“ als Art der Korrektur.",
  draft_gone:
    "Der Entwurf ist weg: Er wurde inzwischen in Gebrauch genommen oder verworfen. Laden Sie die Seite neu.",
  label_taken: "Diese Bezeichnung ist schon vergeben.",
  scale_too_small: "Eine Skala braucht mindestens zwei Bewertungen zur Auswahl.",
  scale_too_large:
    "Noch mehr ließen sich nicht auseinanderhalten. Ändern Sie zuerst eine oder nehmen Sie eine außer Gebrauch.",
  nothing_changed: "Nichts hat sich geändert, also gibt es nichts zu korrigieren.",
  comment_not_yours: "Einen Kommentar kann nur ändern oder löschen, wer ihn geschrieben hat.",
  comment_deleted: "Dieser Kommentar ist gelöscht.",
  comment_blind:
    "Seit Sie dies geschrieben haben, haben Sie Ihr Votum abgegeben, und andere müssen ihres noch abgeben. Schreiben Sie stattdessen einen neuen Kommentar: Die anderen sehen ihn, sobald alle Voten vorliegen.",
  thread_resolved:
    "Jemand hat diese Diskussion inzwischen abgeschlossen. Öffnen Sie sie wieder, um zu antworten.",
  last_admin: "Sonst hat niemand die Rolle „Administration“. Geben Sie sie zuerst jemand anderem.",
  own_account: "Das geht mit dem eigenen Konto nicht. Bitten Sie jemand anderen aus der Administration.",
  token_unknown: "Dieses Token ist hier nicht bekannt: Es wurde widerrufen oder ist nicht vollständig.",
  token_expired: "Dieses Token ist abgelaufen. Legen Sie in den Einstellungen ein neues an.",
  token_needed: "Dafür braucht es ein Token: `Authorization: Bearer pm_…`.",
  scope_missing: "Diesem Token fehlt die Berechtigung „{scope}“.",
  scope_beyond_role:
    "Die Rolle „{role}“ darf das nicht, also auch keines ihrer Token: Lassen Sie die Berechtigung „{scope}“ weg.",
  too_many_tokens: "Es gibt schon {limit} Token. Widerrufen Sie eines, das nicht mehr gebraucht wird.",
  words_not_there: "Dieser Wortlaut steht nicht im neuesten Text des Artikels.",
  words_ambiguous:
    "Dieser Wortlaut steht an mehreren Stellen. Ergänzen Sie, was davor und danach steht, oder die Position.",
  shortcut_taken: "{key} steht schon für „{command}“.",
};
