import type { reasons as english } from "../en/reasons.ts";
import type { Translation } from "../words.ts";

export const reasons: Translation<typeof english> = {
  wrong_email_or_password:
    "Esa dirección de correo y esa contraseña no se corresponden. Compruebe ambas e inténtelo de nuevo.",
  hand_over_to_same: "Elija a otra persona: este trabajo ya es suyo.",
  nothing_to_hand_over: "No hay nada que traspasar.",
  wrong_code: "Ese código no corresponde o ya se usó. Espere al siguiente e inténtelo de nuevo.",
  too_many_codes: "Demasiados códigos erróneos. Espere 15 minutos e inténtelo de nuevo.",
  passkey_refused: "No se pudo comprobar esa llave de acceso. Inténtelo de nuevo o use su contraseña.",
  passkey_over: "Ha tardado demasiado o ya se envió. Inténtelo de nuevo.",
  passkey_unknown:
    "Esta llave de acceso no se conoce aquí: puede que se haya quitado. Inicie sesión con su contraseña.",
  passkey_copied:
    "Se rechazó esta llave de acceso: puede que haya una copia. Inicie sesión con su contraseña, quite la llave en la página de su cuenta y avise a administración.",
  passkey_cancelled: "Su dispositivo no respondió. Inténtelo de nuevo.",
  passkey_known: "Esta llave de acceso ya existe.",
  too_many_passkeys: "Ya tiene el máximo de llaves de acceso. Quite una primero.",
  second_step_needed:
    "Esta cuenta pide un código al iniciar sesión. Inicie sesión con correo electrónico y contraseña.",
  second_step_over: "Ha pasado demasiado tiempo. Inicie sesión de nuevo con su contraseña.",
  wrong_password: "Esa no es su contraseña actual.",
  provider_unreachable:
    "{provider} no responde en este momento. Inténtelo de nuevo enseguida, o inicie sesión con su contraseña.",
  provider_cancelled: "Se canceló el inicio de sesión con {provider}.",
  provider_too_late:
    "El inicio de sesión con {provider} tardó demasiado, o se empezó en otro navegador. Empiece de nuevo.",
  provider_wrong:
    "La respuesta de {provider} no es válida. Inténtelo de nuevo; si continúa, avise a quien administra su redacción.",
  provider_email_unverified:
    "{provider} no confirma que su dirección de correo sea suya. Pida primero que la confirmen allí.",
  provider_email_foreign:
    "La dirección de correo que tiene en {provider} no es de esta redacción. Inicie sesión allí con la de la redacción, o aquí con su contraseña.",
  provider_account_unknown:
    "Todavía no tiene cuenta aquí. Pida una invitación a quien administra su redacción.",
  provider_account_unlinked:
    "El miembro con su dirección de correo no inicia sesión con esta cuenta de {provider}. Inicie sesión con su contraseña, o pregunte a quien administra su redacción.",
  provider_account_taken: "Otro miembro inicia sesión con esta cuenta de {provider}. Elija otra cuenta allí.",
  provider_only_way_in:
    "Es su único acceso. Elija antes una contraseña: la administración, o «¿Olvidó su contraseña?» al iniciar sesión, tiene un enlace para ello.",
  signed_out: "Su sesión ha terminado. Inicie sesión de nuevo.",
  too_many_guesses:
    "Demasiadas contraseñas erróneas. Espere 15 minutos o inicie sesión en un navegador en el que ya lo haya hecho antes.",
  member_disabled: "Esta cuenta está desactivada. Pida a quien administra su redacción que la reactive.",
  link_unknown: "Este enlace no está completo o nunca fue nuestro. Copie la dirección entera.",
  link_used: "Este enlace ya se usó. Sirve una sola vez.",
  link_expired: "Este enlace es demasiado antiguo. Pida uno nuevo.",
  link_withdrawn: "Este enlace ya no funciona. Pida uno nuevo a quien administra su redacción.",
  not_allowed: "Su función no permite esto. Consulte al equipo de edición o de administración.",
  not_found: "Aquí no hay nada, o nada que usted pueda ver.",
  setup_done: "Esta redacción ya está configurada. Inicie sesión.",
  invalid_input: "Algo falta o todavía no es correcto. Las notas junto a los campos dicen qué.",
  text_empty: "Aquí aún no hay texto. Pegue el texto del artículo.",
  text_too_long:
    "Este texto supera los {limit} caracteres. Divida el artículo, u omita lo que no se vaya a verificar.",
  passage_outside_text: "La selección queda fuera del texto del artículo. Seleccione las palabras de nuevo.",
  passage_too_long:
    "Es más de lo que cabe en una afirmación: {limit} caracteres como máximo. Seleccione solo las palabras que forman la afirmación.",
  date_in_future: "Esta fecha está en el futuro. Compruebe el año.",
  unknown_rating: "Esta calificación ya no está en la escala de la redacción. Elija una de la lista.",
  import_too_large: "Supera los {limit} MB. Pegue en su lugar el texto del artículo, sin lo que lo rodea.",
  import_too_complex:
    "Esta página está construida de un modo que no se puede leer con seguridad. Ábrala en su navegador y pegue el texto del artículo.",
  import_unreadable:
    "Esto es {type}, y aquí no se puede leer. Sí se leen páginas web, archivos PDF y texto sin formato; si no, pegue el texto del artículo.",
  import_no_text:
    "Aquí no se encontró texto. Puede ser un documento escaneado o una página que solo un navegador puede mostrar: pegue en su lugar el texto del artículo.",
  pdf_encrypted: "Este PDF está protegido con contraseña. Guarde una copia sin ella, o pegue el texto.",
  feed_unreadable: "En esta dirección no hay RSS, Atom ni JSON Feed.",
  feed_known: "Este canal ya se sigue.",
  too_many_feeds: "Ya hay {limit} canales. Quite antes uno.",
  too_many_webhooks: "Ya hay {limit} webhooks. Elimine antes uno.",
  webhook_off: "El webhook está desactivado. Actívelo antes.",
  webhook_secret_lost:
    "Su secreto ya no se puede leer, porque cambió el de la instalación. Cambie el secreto del webhook.",
  verification_begun: "El historial ya se está comprobando.",
  claim_reviews_none: "En este archivo no hay ningún ClaimReview.",
  claim_reviews_unreadable:
    "Este archivo no es JSON-LD, ni una página web, ni una tabla con una columna «claimReviewed».",
  claim_reviews_too_large:
    "Este archivo es demasiado grande: aquí se pueden enviar hasta {limit} MB. Divídalo, o impórtelo en la línea de órdenes.",
  check_file_gone:
    "Este archivo se importó o se quitó entretanto, o se está leyendo. Vuelva a cargar la página para verlo.",
  check_file_scale:
    "Las calificaciones de la redacción han cambiado desde que se mostró esto. Mire de nuevo y luego importe.",
  check_file_failed: "Falló por nuestra parte. Lo que entró se queda. Inténtelo de nuevo.",
  import_failed: "La lectura falló por nuestra parte. Inténtelo de nuevo, o pegue el texto del artículo.",
  import_gone: "Esta importación ya se usó o se eliminó. Empiece de nuevo.",
  repair_overtaken:
    "Esto ya no se puede deshacer: alguien ha indicado otra cosa desde entonces, o se ha publicado. Indique de nuevo dónde están las palabras.",
  maybe_done:
    "La conexión se perdió mientras se guardaba, y no se sabe si llegó a guardarse. Vuelva a cargar la página para comprobarlo; lo que escribió se conserva.",
  session_ended:
    "Su sesión ha terminado. Inicie sesión de nuevo y vuelva a enviarlo: lo que escribió se conserva aquí.",
  newer_text:
    "El artículo tiene un texto más reciente (revisión {newest}) que aquel con el que se comparó este (revisión {basedOn}). Vuelva a leerlo y guárdelo después.",
  file_missing: "Elija un archivo que tenga contenido: una página web, un PDF o texto sin formato.",
  document_empty: "Este archivo está vacío. Elija otro.",
  document_too_large:
    "Este archivo supera los {limit} MB. Adjunte las páginas que importan como un PDF aparte, o la dirección en la que se encuentra.",
  document_unknown:
    "No se puede determinar qué tipo de archivo es. Guárdelo como PDF, como imagen (JPEG o PNG) o como archivo de texto, y adjunte ese.",
  document_drawing:
    "Un dibujo SVG puede contener un programa, por eso aquí no se conserva. Expórtelo como PNG o PDF, y adjunte ese.",
  document_picture:
    "Los navegadores no muestran este tipo de imagen. Guárdela como JPEG o PNG, y adjunte esa.",
  document_archive: "Es un archivo comprimido. Descomprímalo y adjunte sus documentos uno por uno.",
  document_recording:
    "Aquí no se conservan sonido ni vídeo. Adjunte la dirección de la grabación, o una transcripción.",
  document_program: "Es un programa, no un documento. Compruebe que eligió el archivo correcto.",
  document_macros:
    "Este documento contiene macros, que son programas. Guárdelo sin ellas (.docx, .xlsx, .pptx) o como PDF, y adjunte ese.",
  picture_unread: "Es una imagen: para citar sus palabras, escríbalas.",
  office_unread:
    "De los documentos de oficina no se lee el texto: para citar sus palabras, escríbalas, o adjunte el documento como PDF.",
  nothing_kept: "Todos los bloques están omitidos. Recupere al menos uno.",
  no_address:
    "Este artículo no tiene una dirección web que consultar. Añádala primero a los datos del artículo.",
  fetch_unreachable:
    "Desde aquí no se puede leer esta dirección. Compruébela, o ábrala en su navegador y pegue el texto.",
  fetch_status:
    "El sitio respondió con un error ({status}). Si puede abrir la página en su navegador, pegue su texto.",
  fetch_too_large:
    "Lo que hay en esta dirección supera los {limit} MB. Pegue en su lugar el texto del artículo.",
  fetch_timeout: "El sitio no respondió en {seconds} segundos. Inténtelo de nuevo, o pegue el texto.",
  fetch_wrong_type:
    "En esta dirección no hay un artículo, sino {type}. Se pueden leer páginas web, archivos PDF y texto sin formato.",
  fetch_too_many_redirects:
    "Esta dirección lleva de una página a otra sin fin. Ábrala en su navegador y pegue el texto.",
  merge_twice:
    "Una afirmación cita ambas fuentes con las mismas palabras. Quite allí una de las dos y después fusiónelas.",
  merge_confidential: "Una de ellas es confidencial. Lo que se dijo en confianza no se une con nada más.",
  merge_itself: "Esta es la propia fuente. Elija la otra.",
  copy_failed: "No se pudo conservar una copia por un fallo nuestro. Inténtelo de nuevo.",
  not_watched: "Esta página no se vigila: ya no la cita públicamente ninguna afirmación.",
  checked_just_now: "Esta página se consultó en los últimos {minutes} minutos. Espere un poco.",
  task_settled: "Esta tarea ya está resuelta.",
  nothing_published: "El público no ve esta afirmación: no hay nada que corregir.",
  form_expired: "Esta página llevaba mucho tiempo abierta. Lo que escribió sigue aquí: envíelo de nuevo.",
  sent_too_quickly: "Ha sido muy rápido. Lo que escribió sigue aquí: envíelo de nuevo.",
  left_empty: "Se rellenó un campo que debe quedar vacío, quizá por obra de un programa. Envíelo de nuevo.",
  sent_too_often:
    "Se han hecho demasiados envíos en la última hora. Lo que escribió sigue aquí: inténtelo de nuevo dentro de una hora.",
  tip_taken: "Otra persona se ocupa de este aviso.",
  tip_not_yours: "Hágase cargo primero de este aviso.",
  tip_settled: "Este aviso ya está resuelto.",
  tip_open: "Este aviso no está resuelto.",
  tip_answered: "Este aviso ya tiene respuesta.",
  tip_without_address: "No hay una dirección a la que responder.",
  archiving_off:
    "Aquí no se ha configurado ningún archivo. Quien administra la redacción puede introducir las claves de uno.",
  archiving_confidential:
    "Ninguna afirmación cita esta página públicamente: no se informa de ella a nadie de fuera.",
  archiving_begun: "Esta copia ya está archivada, o en camino de estarlo.",
  archiving_failed: "El archivo no guardó la página ({code}).",
  address_taken: "Otra fuente ya tiene esa dirección. Fusione las dos.",
  passage_repaired: "Otra persona ya ha resuelto este pasaje.",
  passage_there: "Esta afirmación ya está en estas palabras. Elija otras.",
  passage_needs_repair:
    "El artículo cambió en el lugar de esta afirmación. Indique primero dónde están ahora sus palabras, o que ya no están.",
  last_passage:
    "Son las únicas palabras de la afirmación en el artículo. Añada antes otras, o elimine la afirmación.",
  too_many_passages: "Esta afirmación ya está en {limit} lugares. Una afirmación no puede tener más.",
  password_common:
    "Muchas personas tienen esta contraseña, así que es lo primero que se prueba. Elija unas palabras que no tengan que ver entre sí.",
  password_is_name:
    "Esto es solo un nombre, así que es lo primero que se prueba. Elija unas palabras que no tengan que ver entre sí.",
  invited_already: "Ya hay una invitación para esta dirección. Renuévela o anúlela.",
  email_taken: "Ya existe un miembro con esta dirección de correo.",
  stale_version:
    "Otra persona guardó esto mientras usted escribía. No se ha perdido nada: compare los dos textos y guarde de nuevo.",
  member_not_disabled: "Desactive primero la cuenta: así no queda nada en curso.",
  typed_otherwise: "Esa no es la dirección. Escríbala como aparece arriba.",
  person_unknown: "Nada de lo que se conserva aquí llegó de esta dirección. Quizá ya se haya eliminado.",
  reason_names_person: "El motivo queda en el historial. Escríbalo sin la dirección.",
  already_erased: "Ya se borró: no queda nada de lo que se envió.",
  already_changed:
    "Otra persona se adelantó: esto ha cambiado desde que lo abrió. Vuelva a cargar la página para ver cómo está.",
  changed_meanwhile: "Ha cambiado desde que lo consultó. Ábralo para ver cómo está ahora.",
  cited_gone:
    "Este borrador no se puede recuperar: algo que cita ya no está en la redacción. Cree de nuevo la afirmación a partir de sus palabras.",
  evidence_twice: "Esta fuente ya está adjunta con las mismas palabras.",
  wrong_state: "Esto no se puede hacer mientras la afirmación esté en «{state}».",
  language_not_offered:
    "El público no puede elegir este idioma. Quien administra la redacción puede ofrecerlo en la configuración.",
  not_yours: "Esto solo puede hacerlo quien registró la afirmación o alguien de edición.",
  no_evidence: "Adjunte al menos una fuente antes de enviar la afirmación.",
  no_passage: "Marque las palabras de la afirmación en el artículo antes de enviarla.",
  was_submitted:
    "Esta afirmación ha estado en la cola, así que su historial permanece. Descártela en lugar de eliminarla.",
  own_claim: "Esta afirmación es suya. Debe verificarla otra persona.",
  opinion_given: "Ya dio un dictamen sobre esta afirmación. El siguiente debe darlo otra persona.",
  leased_by_other: "{name} trabaja en esta afirmación hasta las {until}. Tome otra, o espere.",
  taken_by_other:
    "{name} ha tomado esta afirmación y trabaja en ella. Pídale que la devuelva, o pídalo a edición.",
  reply_not_yours:
    "Solo puede quitar esta entrada quien la escribió. Usted puede modificarla con lo que sabe.",
  reply_published:
    "El público supo de esta solicitud, así que queda constancia. Modifíquela y emita una corrección.",
  deadline_before_asked: "Es anterior a la solicitud. Compruebe ambas fechas.",
  lease_missing: "Tome primero esta afirmación de la cola.",
  lease_expired:
    "Se acabó su tiempo con esta afirmación. Tómela de nuevo para continuar: lo que escribió se conserva.",
  queue_empty: "Ahora mismo no hay nada esperándole.",
  claimant_shared: "Hay otras afirmaciones de la misma persona, así que este cambio corresponde a edición.",
  duplicate_of_itself: "Una afirmación no puede ser duplicada de sí misma. Elija la otra.",
  earlier_gone:
    "La afirmación anterior que eligió se eliminó mientras tanto. Deshaga esa elección y guarde: lo que escribió se conserva.",
  duplicate_not_found: "No existe esa afirmación en la redacción. Pegue la dirección de su página.",
  gate_blocked: "Todavía no se puede publicar. Falta: {missing}.",
  opinions_differed: "Sus dictámenes diferían. Ábrala y léala antes de publicarla.",
  override_one_item: "Solo se puede dejar pasar un punto pendiente. Resuelva antes los demás.",
  assigned_to_other:
    "Edición ha asignado esta afirmación a {name}. Tome otra, o pida a edición que anule la asignación.",
  assignee_disabled: "La cuenta de {name} está desactivada. Elija a otra persona.",
  assignee_no_reviewer: "{name} no verifica afirmaciones. Elija a otra persona.",
  assignee_own_claim: "{name} registró esta afirmación, y nadie verifica las suyas. Elija a otra persona.",
  assignee_gave_opinion: "{name} ya ha dado un dictamen sobre esta afirmación. Elija a otra persona.",
  snooze_past: "Ese día ya ha llegado. Elija uno posterior.",
  snooze_too_long: "Una afirmación se puede aplazar un mes como máximo. Devuélvala a la cola.",
  too_many_views: "Ya guarda {limit} vistas. Elimine una que no necesite.",
  under_embargo:
    "Este artículo está bajo embargo hasta el {at}. Publique después, o cambie el embargo en los datos del artículo.",
  rating_changed:
    "La calificación es ahora otra. Elija «Cambio de veredicto» como tipo de corrección, para que el público lo sepa.",
  rating_unchanged:
    "La calificación es la misma que antes. Elija «Errata» o «Actualización» como tipo de corrección.",
  draft_gone:
    "El borrador ya no está: se puso en uso o se desechó mientras tanto. Vuelva a cargar la página.",
  label_taken: "Ya hay otra con esta etiqueta.",
  scale_too_small: "Una escala necesita al menos dos calificaciones entre las que elegir.",
  scale_too_large: "Con más, serían demasiadas para distinguirlas. Modifique o retire una antes.",
  nothing_changed: "No ha cambiado nada, así que no hay nada que corregir.",
  comment_not_yours: "Un comentario solo puede modificarlo o eliminarlo quien lo escribió.",
  comment_deleted: "Este comentario se ha eliminado.",
  comment_blind:
    "Ha dado su dictamen después de escribir esto, y otras personas aún deben dar el suyo. Escriba un comentario nuevo: lo verán cuando estén todos los dictámenes.",
  thread_resolved: "Alguien resolvió este hilo mientras tanto. Reábralo para responder.",
  last_admin: "Es la última cuenta de administración. Dé antes esa función a otra persona.",
  own_account: "No puede hacer esto con su propia cuenta. Pídalo a otra persona de administración.",
  token_unknown: "Aquí no se reconoce este token: se revocó o no está completo.",
  token_expired: "Este token ha caducado. Cree otro en la configuración.",
  token_needed: "Hace falta un token: `Authorization: Bearer pm_…`.",
  scope_missing: "A este token le falta el permiso «{scope}».",
  scope_beyond_role:
    "La función «{role}» no permite esto, y por tanto tampoco a ninguno de sus tokens: quite el permiso «{scope}».",
  too_many_tokens: "Ya hay {limit} tokens. Revoque alguno que ya no se use.",
  words_not_there: "Estas palabras no están en el último texto del artículo.",
  words_ambiguous: "Estas palabras están en varios lugares. Añada lo que hay antes y después, o su posición.",
  shortcut_taken: "{key} ya corresponde a «{command}».",
};
