import type { WordList } from "../word-lists.ts";

export const GERMAN: WordList = {
  numbers:
    "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|fünfzehn|zwanzig|dreißig|vierzig|fünfzig|sechzig|hundert*|" +
    "tausend*|million*|milliarde*|billion*|dutzend*|null",
  shares:
    "prozent*|hälfte|drittel|viertel|mehrheit|minderheit|jeder \\p{L}+te|jede \\p{L}+te|pro kopf|durchschnitt*|quote|" +
    "anteil|rate",
  money:
    "euro|dollar|cent|defizit*|schulden|haushalt*|steuer|steuern|steuerzahler*|ausgaben|ausgegeben|kosten|kostet|" +
    "kostete*|lohn|löhne|einkommen|gehalt|gehälter|preis|preise",
  dates:
    "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|" +
    "donnerstag|freitag|samstag|sonntag|im vorjahr|letztes jahr|vergangenes jahr|letzten monat|vor \\p{L}+ jahren|" +
    "jahrhundert*|jahrzehnt*|gestern|seit",
  comparisons:
    "mehr als|weniger als|als|höher*|niedriger*|größer*|kleiner*|größte*|kleinste*|höchste*|niedrigste*|am meisten|" +
    "am wenigsten|meisten|wenigsten|erste*|letzte*|doppelt so|mal so|verglichen|im vergleich|gegenüber|ebenso viel*|" +
    "rekord*|beispiellos*|schlechteste*|beste*|älteste*|reichste*|ärmste*",
  changes:
    "stieg*|gestiegen|steigt|steigen|sank|sanken|gesunken|sinkt|sinken|wuchs*|gewachsen|wächst|fiel|fielen|gefallen|" +
    "verdoppel*|verdreifach*|senkt*|gesenkt|erhöht*|kürz*|gekürzt|verlor*|verliert|gewann*|geschaffen|zugenommen|" +
    "abgenommen|rückgang|anstieg|zuwachs",
  causes:
    "wegen|aufgrund|dank|verursach*|führte zu|führt zu|führten zu|folge*|infolge|verantwortlich*|verhinder*|tötet*|" +
    "zerstör*|deshalb|daher",
  absolutes:
    "alle|allen|aller|jede|jeder|jedes|jeden|nie|niemals|kein|keine|keinen|keiner|niemand|nichts|immer|nur|einzige*|" +
    "ganz|gesamte*|völlig|unmöglich|ausnahmslos|sämtliche*",
  reports:
    "sagte|sagt|sagten|behaupt*|erklär*|kündigt*|laut|zufolge|bericht*|schätz*|studie*|umfrage*|zeigt|zeigte*|" +
    "untersuchung*|ergab*|warf|werfen|beschuldig*|betont*|teilte",
  deeds:
    "war|waren|wurde|wurden|worden|hatte|hatten|stimmte*|abgestimmt|unterzeichne*|verabschiede*|beschloss*|beschlossen|" +
    "lehnte*|abgelehnt|erhielt*|erhalten|schickte*|machte*|nahm*|genommen|gab|gaben|gegeben|zahlte*|gezahlt|baute*|" +
    "gebaut|begann*|begonnen|verurteilt*|festgenommen|gewählt|ernannt|schloss*|eröffnet*|verkauft*|kaufte*|gegründet|" +
    "geboren|starb*|gestorben",
  opinions:
    "ich glaube|ich denke|ich finde|ich hoffe|ich meine|meiner meinung|meines erachtens|wir glauben|wir denken|wichtig*|" +
    "schrecklich*|wunderbar*|schande|vielleicht|vermutlich|wohl|wahrscheinlich|hoffentlich|leider|gerecht*|stolz",
  future:
    "morgen|nächstes jahr|nächsten monat|wird|werden|werde|würde|würden|könnte|könnten|künftig|in zukunft|plant|planen",
  duties:
    "sollte|sollten|soll|sollen|muss|müssen|müsste*|brauchen|wollen|will|möchte*|ziel|ziele|lasst uns|dürfen",
  addresses: "sie haben|ihr|euch|danke|bitte|damen|herren|willkommen|ja|entschuldigung|unser*|uns|wir",
};
