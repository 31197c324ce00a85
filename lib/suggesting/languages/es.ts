import type { WordList } from "../word-lists.ts";

export const SPANISH: WordList = {
  numbers:
    "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|cien|" +
    "ciento*|cientos|mil|miles|millón|millones|decena*|docena*|cero",
  shares:
    "por ciento|porcentaje*|mitad|tercio*|cuarto de|cuartos|mayoría|minoría|uno de cada|una de cada|per cápita|" +
    "promedio|media de|tasa*",
  money:
    "euro|euros|dólar*|pesos|déficit*|deuda*|presupuest*|impuesto*|contribuyente*|gast*|cuesta*|coste*|costo*|" +
    "financiación|salario*|ingreso*|precio*",
  dates:
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|lunes|martes|miércoles|" +
    "jueves|viernes|sábado|domingo|el año pasado|el mes pasado|hace|siglo|década*|ayer|desde",
  comparisons:
    "más de|menos de|más que|menos que|más alto*|más alta*|más bajo*|más baja*|el más|la más|los más|las más|el mayor|" +
    "la mayor|mayor|menor|primer|primero|primera|último*|última*|el doble|veces más|comparado*|respecto a|superior*|" +
    "inferior*|tanto como|récord|sin precedentes|peor|mejor",
  changes:
    "aument*|disminu*|subi*|sube|suben|baj*|cay*|cae|caen|creci*|crece|crecen|duplic*|triplic*|redu*|recort*|gan*|perd*|" +
    "pierd*|cread*|creó|desplom*|dispar*",
  causes:
    "a causa de|debido a|gracias a|caus*|provoc*|result*|consecuencia*|por culpa de|responsable*|llevó a|mata|mató|" +
    "impid*|destru*",
  absolutes:
    "todo|toda|todos|todas|cada|nunca|jamás|ningún|ninguno|ninguna|nadie|nada|siempre|solo|sólo|únic*|enter*|" +
    "totalmente|completamente|imposible",
  reports:
    "dijo|dice|dicen|afirm*|declar*|anunci*|según|asegur*|inform*|estim*|estudio*|encuesta*|sondeo*|mostr*|muestra*|" +
    "conclu*|revel*|acus*|señal*",
  deeds:
    "era|eran|fue|fueron|ha sido|han sido|había|hubo|votó|votaron|firmó|aprobó|rechazó|recibió|envió|hizo|hicieron|tomó|" +
    "dio|pagó|construyó|ganó|empezó|condenad*|detenid*|elegid*|nombr*|cerró|abrió|vendió|compró|fundad*|nació|murió|" +
    "(?:ha|han) \\p{L}+[ai]do",
  opinions:
    "creo|pienso|opino|espero|en mi opinión|me parece|creemos|pensamos|importante*|terrible*|maravillos*|vergüenza|" +
    "quizá|quizás|tal vez|probablemente|ojalá|lamentablemente|just[oa]|orgullos*",
  future:
    "mañana|el próximo año|el próximo mes|va a|van a|vamos a|será|serán|sería|serían|tendrá|tendrán|podrá|podría|podrían|" +
    "hará|harán|en el futuro|prevé*",
  duties:
    "debe|deben|debemos|debería|deberían|hay que|habrá que|tiene que|tienen que|tenemos que|quiere|queremos|objetivo*",
  addresses: "usted|ustedes|gracias|señoras|señores|bienvenid*|sí|perdón|por favor|nuestr*|nos|nosotros",
};
