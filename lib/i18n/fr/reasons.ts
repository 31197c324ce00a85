import type { reasons as english } from "../en/reasons.ts";
import type { Translation } from "../words.ts";

export const reasons: Translation<typeof english> = {
  wrong_email_or_password:
    "Cette adresse e-mail et ce mot de passe ne correspondent pas. Vérifiez les deux et réessayez.",
  hand_over_to_same: "Choisissez quelqu’un d’autre : ce travail est déjà le sien.",
  nothing_to_hand_over: "Il n’y a rien en main à transmettre.",
  wrong_code: "Ce code ne convient pas, ou a déjà servi. Attendez le suivant et réessayez.",
  too_many_codes: "Trop de codes faux. Attendez 15 minutes et réessayez.",
  passkey_refused: "Cette clé d’accès n’a pas pu être vérifiée. Réessayez, ou utilisez votre mot de passe.",
  passkey_over: "Cela a pris trop de temps, ou a déjà été envoyé. Réessayez.",
  passkey_unknown:
    "Cette clé d’accès n’est pas connue ici : elle a peut-être été retirée. Connectez-vous avec votre mot de passe.",
  passkey_copied:
    "Cette clé d’accès a été refusée : il en existe peut-être une copie. Connectez-vous avec votre mot de passe, retirez-la sur la page de votre compte et prévenez un administrateur.",
  passkey_cancelled: "Votre appareil n’a pas répondu. Réessayez.",
  passkey_known: "Cette clé d’accès existe déjà.",
  too_many_passkeys: "Vous avez déjà le nombre maximal de clés d’accès. Retirez-en une d’abord.",
  second_step_needed:
    "Ce compte demande un code à la connexion. Connectez-vous avec adresse e-mail et mot de passe.",
  second_step_over: "Trop de temps a passé. Reconnectez-vous avec votre mot de passe.",
  wrong_password: "Ce n’est pas votre mot de passe actuel.",
  provider_unreachable:
    "{provider} ne répond pas pour le moment. Réessayez dans un instant, ou connectez-vous avec votre mot de passe.",
  provider_cancelled: "La connexion avec {provider} a été annulée.",
  provider_too_late:
    "La connexion avec {provider} a pris trop de temps, ou a été commencée dans un autre navigateur. Recommencez.",
  provider_wrong:
    "La réponse de {provider} n’est pas valable. Réessayez ; si cela persiste, prévenez l’administration de votre rédaction.",
  provider_email_unverified:
    "{provider} ne confirme pas que votre adresse e-mail est la vôtre. Faites-la d’abord confirmer là-bas.",
  provider_email_foreign:
    "L’adresse e-mail que vous avez chez {provider} n’est pas de cette rédaction. Connectez-vous là-bas avec celle de la rédaction, ou ici avec votre mot de passe.",
  provider_account_unknown:
    "Vous n’avez pas encore de compte ici. Demandez une invitation à l’administration de votre rédaction.",
  provider_account_unlinked:
    "Le membre qui a votre adresse e-mail ne se connecte pas avec ce compte de {provider}. Connectez-vous avec votre mot de passe, ou adressez-vous à l’administration de votre rédaction.",
  provider_account_taken:
    "Un autre membre se connecte avec ce compte de {provider}. Choisissez-en un autre là-bas.",
  provider_only_way_in:
    "C’est votre seul accès. Choisissez d’abord un mot de passe : l’administration, ou « Mot de passe oublié ? » à la connexion, a un lien pour cela.",
  signed_out: "Votre session a expiré. Reconnectez-vous.",
  too_many_guesses:
    "Trop de mots de passe erronés. Attendez 15 minutes, ou connectez-vous avec un navigateur où vous l’avez déjà fait.",
  member_disabled:
    "Ce compte est désactivé. Demandez à un administrateur de votre rédaction de le réactiver.",
  link_unknown: "Ce lien est incomplet, ou n’a jamais été le nôtre. Copiez l’adresse entière.",
  link_used: "Ce lien a déjà servi. Il ne fonctionne qu’une fois.",
  link_expired: "Ce lien est trop ancien. Demandez-en un nouveau.",
  link_withdrawn:
    "Ce lien ne fonctionne plus. Demandez-en un nouveau à un administrateur de votre rédaction.",
  not_allowed: "Votre rôle ne le permet pas. Adressez-vous à un chef d’édition ou à un administrateur.",
  not_found: "Il n’y a rien ici, ou rien que vous puissiez voir.",
  setup_done: "Cette rédaction est déjà créée. Connectez-vous plutôt.",
  invalid_input:
    "Il manque quelque chose, ou quelque chose n’est pas encore juste. Voyez les notes des champs.",
  text_empty: "Il n’y a pas encore de texte ici. Collez le texte de l’article.",
  text_too_long:
    "Ce texte dépasse {limit} caractères. Divisez l’article, ou laissez de côté ce qui ne sera pas vérifié.",
  passage_outside_text: "La sélection est hors du texte de l’article. Sélectionnez de nouveau les mots.",
  passage_too_long:
    "C’est plus qu’une affirmation ne peut contenir : {limit} caractères au maximum. Ne sélectionnez que les mots de l’affirmation.",
  date_in_future: "Cette date est dans l’avenir. Vérifiez l’année.",
  unknown_rating:
    "Cette évaluation n’est plus dans l’échelle de la rédaction. Choisissez-en une dans la liste.",
  import_too_large: "Cela dépasse {limit} Mo. Collez plutôt le texte de l’article, sans ce qui l’entoure.",
  import_too_complex:
    "Cette page est construite d’une façon qui ne permet pas de la lire sans risque. Ouvrez-la dans votre navigateur et collez plutôt le texte de l’article.",
  import_unreadable:
    "Le type {type} ne peut pas être lu ici. Les pages web, les PDF et les textes bruts le peuvent ; ou collez le texte de l’article.",
  import_no_text:
    "Aucun texte n’y a été trouvé. C’est peut-être un document numérisé, ou une page que seul un navigateur sait afficher : collez plutôt le texte de l’article.",
  pdf_encrypted:
    "Ce PDF est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe, ou collez plutôt le texte.",
  feed_unreadable: "À cette adresse, il n’y a ni RSS, ni Atom, ni JSON Feed.",
  feed_known: "Ce flux est déjà suivi.",
  too_many_feeds: "Il y a déjà {limit} flux. Retirez-en un d’abord.",
  too_many_webhooks: "Il y a déjà {limit} webhooks. Supprimez-en un d’abord.",
  webhook_off: "Ce webhook est désactivé. Activez-le d’abord.",
  webhook_secret_lost:
    "Son secret n’est plus lisible, car celui de l’installation a changé. Changez le secret du webhook.",
  verification_begun: "La vérification de l’historique est déjà en cours.",
  claim_reviews_none: "Ce fichier ne contient aucun ClaimReview.",
  claim_reviews_unreadable:
    "Ce fichier n’est ni du JSON-LD, ni une page web, ni un tableau avec une colonne « claimReviewed ».",
  claim_reviews_too_large:
    "Ce fichier est trop gros : on peut envoyer ici {limit} Mo au plus. Divisez-le, ou importez-le en ligne de commande.",
  check_file_gone:
    "Ce fichier a été importé ou supprimé entre-temps, ou est en cours de lecture. Rechargez la page pour voir.",
  check_file_scale:
    "Les évaluations de la rédaction ont changé depuis que ceci a été montré. Regardez de nouveau, puis importez.",
  check_file_failed: "Cela a échoué de notre côté. Ce qui est entré reste. Réessayez.",
  import_failed: "La lecture a échoué de notre côté. Réessayez, ou collez plutôt le texte de l’article.",
  import_gone: "Cet import a déjà été utilisé ou supprimé. Recommencez.",
  repair_overtaken:
    "On ne peut plus revenir là-dessus : quelqu’un a dit autre chose depuis, ou cela a été publié. Dites à nouveau où se trouvent les mots.",
  maybe_done:
    "La connexion a été perdue pendant l’enregistrement, et on ne sait pas s’il a abouti. Rechargez la page pour le voir ; ce que vous avez écrit est conservé.",
  session_ended:
    "Votre session a expiré. Reconnectez-vous et renvoyez : ce que vous avez écrit est conservé ici.",
  newer_text:
    "L’article a un texte plus récent (révision {newest}) que celui auquel on l’a comparé (révision {basedOn}). Relancez la lecture, puis enregistrez.",
  file_missing: "Choisissez un fichier qui contient quelque chose : une page web, un PDF ou un texte brut.",
  document_empty: "Ce fichier est vide. Choisissez-en un autre.",
  document_too_large:
    "Ce fichier dépasse {limit} Mo. Joignez les pages utiles dans un PDF à part, ou l’adresse où il se trouve.",
  document_unknown:
    "On ne peut pas savoir de quel type de fichier il s’agit. Enregistrez-le en PDF, en image (JPEG ou PNG) ou en texte, et joignez ce fichier.",
  document_drawing:
    "Un dessin SVG peut contenir un programme : il n’est donc pas conservé ici. Exportez-le en PNG ou en PDF, et joignez ce fichier.",
  document_picture:
    "Les navigateurs n’affichent pas ce type d’image. Enregistrez-la en JPEG ou en PNG, et joignez ce fichier.",
  document_archive:
    "C’est une archive. Décompressez-la, et joignez un par un les documents qu’elle contient.",
  document_recording:
    "Le son et la vidéo ne sont pas conservés ici. Joignez l’adresse de l’enregistrement, ou sa transcription.",
  document_program: "C’est un programme, pas un document. Vérifiez que vous avez choisi le bon fichier.",
  document_macros:
    "Ce document contient des macros, c’est-à-dire des programmes. Enregistrez-le sans elles (.docx, .xlsx, .pptx) ou en PDF, et joignez ce fichier.",
  picture_unread: "C’est une image : citez-en les mots en les saisissant.",
  office_unread:
    "Le texte des documents bureautiques n’est pas lu : citez les mots en les saisissant, ou joignez le document en PDF.",
  nothing_kept: "Tous les blocs sont exclus. Rétablissez-en au moins un.",
  no_address:
    "Cet article n’a pas d’adresse web à consulter. Ajoutez-la d’abord dans les détails de l’article.",
  fetch_unreachable:
    "Cette adresse ne peut pas être lue d’ici. Vérifiez-la, ou ouvrez-la dans votre navigateur et collez plutôt le texte.",
  fetch_status:
    "Le site a répondu par une erreur ({status}). Si vous pouvez ouvrir la page dans votre navigateur, collez plutôt son texte.",
  fetch_too_large:
    "Ce qui se trouve à cette adresse dépasse {limit} Mo. Collez plutôt le texte de l’article.",
  fetch_timeout: "Le site n’a pas répondu en {seconds} secondes. Réessayez, ou collez plutôt le texte.",
  fetch_wrong_type:
    "Il n’y a pas d’article à cette adresse, mais un contenu de type {type}. Les pages web, les PDF et les textes bruts peuvent être lus.",
  fetch_too_many_redirects:
    "Cette adresse mène d’une page à l’autre sans fin. Ouvrez-la dans votre navigateur et collez plutôt le texte.",
  merge_twice:
    "Une affirmation cite les deux sources avec les mêmes mots. Retirez-y l’une des deux, puis fusionnez-les.",
  merge_confidential:
    "L’une d’elles est confidentielle. Ce qui a été dit en confidence n’est réuni avec rien d’autre.",
  merge_itself: "C’est la source elle-même. Choisissez l’autre.",
  copy_failed: "La conservation d’une copie a échoué de notre côté. Réessayez.",
  not_watched: "Cette page n’est pas surveillée : plus aucune affirmation ne la cite publiquement.",
  checked_just_now: "Cette page a été consultée il y a moins de {minutes} minutes. Patientez un peu.",
  task_settled: "Cette tâche est déjà réglée.",
  nothing_published: "Les lecteurs ne voient pas cette affirmation : il n’y a rien à corriger.",
  form_expired:
    "Cette page est restée longtemps ouverte. Ce que vous avez écrit est toujours là : renvoyez-le.",
  sent_too_quickly: "C’était très rapide. Ce que vous avez écrit est toujours là : renvoyez-le.",
  left_empty:
    "Un champ qui doit rester vide a été rempli, peut-être par un programme. Renvoyez le formulaire.",
  sent_too_often:
    "Trop d’envois depuis une heure. Ce que vous avez écrit est toujours là : réessayez dans une heure.",
  tip_taken: "Quelqu’un d’autre s’occupe de ce signalement.",
  tip_not_yours: "Prenez d’abord ce signalement en main.",
  tip_settled: "Ce signalement est déjà réglé.",
  tip_open: "Ce signalement n’est pas réglé.",
  tip_answered: "Ce signalement a déjà reçu une réponse.",
  tip_without_address: "Il n’y a pas d’adresse où répondre.",
  archiving_off:
    "Aucun service d’archivage n’est configuré ici. Un administrateur peut en renseigner les clés.",
  archiving_confidential:
    "Aucune affirmation ne cite cette page publiquement : personne à l’extérieur n’en est informé.",
  archiving_begun: "Cette copie est déjà archivée, ou en passe de l’être.",
  archiving_failed: "Le service d’archivage n’a pas enregistré la page ({code}).",
  address_taken: "Une autre source a déjà cette adresse. Fusionnez les deux.",
  passage_repaired: "Quelqu’un d’autre a déjà réglé ce passage.",
  passage_there: "Cette affirmation est déjà rattachée à ces mots. Choisissez-en d’autres.",
  passage_needs_repair:
    "L’article a changé à l’endroit de cette affirmation. Dites d’abord où se trouvent maintenant ses mots, ou qu’ils ont disparu.",
  last_passage:
    "Ce sont les seuls mots de l’affirmation dans l’article. Rattachez-en d’abord d’autres, ou supprimez l’affirmation.",
  too_many_passages:
    "Cette affirmation se trouve déjà à {limit} endroits. Une affirmation ne peut pas en avoir plus.",
  password_common:
    "Beaucoup de gens ont ce mot de passe : il est essayé en premier. Prenez quelques mots sans rapport entre eux.",
  password_is_name:
    "Ce n’est qu’un nom : il est essayé en premier. Prenez quelques mots sans rapport entre eux.",
  invited_already:
    "Une personne ayant cette adresse est déjà invitée. Renouvelez cette invitation ou annulez-la.",
  email_taken: "Un membre avec cette adresse e-mail existe déjà.",
  stale_version:
    "Quelqu’un d’autre a enregistré ceci pendant que vous écriviez. Rien n’est perdu : comparez les deux textes et enregistrez de nouveau.",
  member_not_disabled: "Désactivez d’abord le compte : ainsi, plus rien n’est en cours.",
  typed_otherwise: "Ce n’est pas son adresse. Saisissez-la telle qu’elle figure ci-dessus.",
  person_unknown:
    "Rien de ce qui est conservé ici n’est venu de cette adresse. Elle a peut-être déjà été supprimée.",
  reason_names_person: "Le motif reste dans l’historique. Écrivez-le sans son adresse.",
  already_erased: "Cela a déjà été effacé : il ne reste rien de cet envoi.",
  already_changed:
    "Quelqu’un d’autre a été plus rapide : ceci a changé depuis que vous l’avez ouvert. Rechargez pour voir où cela en est.",
  changed_meanwhile: "Ceci a changé depuis que vous l’avez regardé. Ouvrez-le pour voir où cela en est.",
  cited_gone:
    "Ce brouillon ne peut pas être rétabli : un élément qu’il cite a disparu du desk. Recréez l’affirmation à partir de ses mots.",
  evidence_twice: "Cette source est déjà jointe avec les mêmes mots.",
  wrong_state: "C’est impossible tant que l’affirmation est dans l’état « {state} ».",
  language_not_offered:
    "Les lecteurs ne peuvent pas choisir cette langue. Un administrateur peut la proposer dans les réglages.",
  not_yours: "Seuls la personne qui a saisi l’affirmation ou un chef d’édition peuvent le faire.",
  no_evidence: "Joignez au moins une source avant de soumettre l’affirmation.",
  no_passage: "Marquez les mots de l’affirmation dans l’article avant de la soumettre.",
  was_submitted:
    "Cette affirmation est passée par la file : son historique reste donc. Écartez-la au lieu de la supprimer.",
  own_claim: "C’est vous qui avez saisi cette affirmation. Quelqu’un d’autre doit la vérifier.",
  opinion_given:
    "Vous avez déjà donné un avis sur cette affirmation. Quelqu’un d’autre doit donner le suivant.",
  leased_by_other: "{name} travaille à cette affirmation jusqu’à {until}. Prenez-en une autre, ou attendez.",
  taken_by_other:
    "{name} a pris cette affirmation et y travaille. Demandez à cette personne ou à un chef d’édition de la renvoyer.",
  reply_not_yours:
    "Seule la personne qui a écrit cette entrée peut la retirer. Vous pouvez la modifier, avec ce que vous savez.",
  reply_published:
    "Les lecteurs ont été informés de cette demande : elle reste donc consignée. Modifiez-la, et publiez une correction.",
  deadline_before_asked: "C’est avant la date de la demande. Vérifiez les deux dates.",
  lease_missing: "Prenez d’abord cette affirmation dans la file.",
  lease_expired:
    "Votre temps sur cette affirmation est écoulé. Reprenez-la pour continuer : ce que vous avez écrit est conservé.",
  queue_empty: "Rien ne vous attend pour le moment.",
  claimant_shared:
    "D’autres affirmations sont aussi de cet auteur : c’est donc à un chef d’édition de le modifier.",
  duplicate_of_itself: "Une affirmation ne peut pas être son propre doublon. Choisissez l’autre.",
  earlier_gone:
    "L’affirmation antérieure que vous aviez choisie a été supprimée entre-temps. Revenez sur ce choix, puis enregistrez : ce que vous avez écrit est conservé.",
  duplicate_not_found: "Cette affirmation est introuvable au desk. Collez l’adresse de sa page.",
  gate_blocked: "Ceci ne peut pas encore être publié. Il manque : {missing}.",
  opinions_differed: "Les avis à son sujet différaient. Ouvrez-la et lisez-la avant de la publier.",
  override_one_item: "On ne peut passer outre qu’un seul élément manquant. Réglez d’abord les autres.",
  assigned_to_other:
    "Un chef d’édition a confié cette affirmation à {name}. Prenez-en une autre, ou demandez à un chef d’édition de mettre fin à la réservation.",
  assignee_disabled: "Le compte de cette personne ({name}) est désactivé. Choisissez quelqu’un d’autre.",
  assignee_no_reviewer: "{name} ne vérifie pas d’affirmations. Choisissez quelqu’un d’autre.",
  assignee_own_claim:
    "{name} a saisi cette affirmation, et personne ne vérifie ses propres affirmations. Choisissez quelqu’un d’autre.",
  assignee_gave_opinion: "{name} a déjà donné un avis sur cette affirmation. Choisissez quelqu’un d’autre.",
  snooze_past: "Ce jour est déjà arrivé. Choisissez-en un plus tardif.",
  snooze_too_long: "Une affirmation peut être mise de côté un mois au plus. Rendez-la plutôt.",
  too_many_views: "Vous gardez déjà {limit} vues. Supprimez-en une dont vous n’avez pas besoin.",
  under_embargo:
    "Cet article est sous embargo jusqu’au {at}. Publiez après, ou modifiez l’embargo dans les détails de l’article.",
  rating_changed:
    "L’évaluation n’est plus la même. Choisissez « Verdict modifié » comme nature de la correction, pour que les lecteurs en soient informés.",
  rating_unchanged:
    "L’évaluation est la même qu’avant. Choisissez « Coquille » ou « Mise à jour » comme nature de la correction.",
  draft_gone: "Le brouillon n’existe plus : il a été mis en service ou jeté entre-temps. Rechargez la page.",
  label_taken: "Un autre porte déjà ce libellé.",
  scale_too_small: "Une échelle a besoin d’au moins deux évaluations au choix.",
  scale_too_large: "Au-delà, on ne les distinguerait plus. Modifiez-en ou retirez-en une d’abord.",
  nothing_changed: "Rien n’a changé, il n’y a donc rien à corriger.",
  comment_not_yours: "Seule la personne qui a écrit un commentaire peut le modifier ou le supprimer.",
  comment_deleted: "Ce commentaire a été supprimé.",
  comment_blind:
    "Vous avez rendu votre avis depuis que vous avez écrit ceci, et d’autres doivent encore rendre le leur. Écrivez plutôt un nouveau commentaire : ils le verront une fois tous les avis rendus.",
  thread_resolved: "Quelqu’un a résolu ce fil entre-temps. Rouvrez-le pour répondre.",
  last_admin: "C’est le dernier administrateur. Donnez d’abord ce rôle à quelqu’un d’autre.",
  own_account:
    "Vous ne pouvez pas faire cela sur votre propre compte. Adressez-vous à un autre administrateur.",
  token_unknown: "Ce jeton est inconnu ici : il a été révoqué, ou il est incomplet.",
  token_expired: "Ce jeton a expiré. Créez-en un autre dans les réglages de la rédaction.",
  token_needed: "Il faut un jeton : `Authorization: Bearer pm_…`.",
  scope_missing: "Il manque à ce jeton le droit « {scope} ».",
  scope_beyond_role:
    "Le rôle « {role} » ne permet pas cela, et donc à aucun de ses jetons : retirez le droit « {scope} ».",
  too_many_tokens: "Il y a déjà {limit} jetons. Révoquez-en un qui ne sert plus.",
  words_not_there: "Ces mots ne figurent pas dans le dernier texte de l’article.",
  words_ambiguous:
    "Ces mots figurent à plusieurs endroits. Ajoutez ce qui les précède et les suit, ou leur position.",
  shortcut_taken: "{key} sert déjà à « {command} ».",
};
