import type { WordList } from "../word-lists.ts";

export const ENGLISH: WordList = {
  numbers:
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|" +
    "ninety|hundred*|thousand*|million*|billion*|trillion*|dozen*|zero|once|twice|couple of",
  shares:
    "percent|per cent|percentage*|half|third of|thirds|quarter of|quarters|fourths|fifths|majority|minority|one in " +
    "\\p{L}+|out of every|per capita|average*|rate",
  money:
    "dollar*|euro|euros|cents|pennies|deficit*|debt*|budget*|tax|taxes|taxpayer*|spend*|spent|cost|costs|funding|wage*|" +
    "income*|salary|salaries|price*|revenue*",
  dates:
    "january|february|march \\d+|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|" +
    "thursday|friday|saturday|sunday|last year|last month|last week|years ago|months ago|century|decade|decades|" +
    "yesterday|in recent years|since",
  comparisons:
    "more than|less than|fewer|most|least|than|largest|biggest|highest|lowest|greatest|smallest|fastest|slowest|" +
    "poorest|richest|oldest|youngest|best|worst|strongest|toughest|longest|briefest|first|last|second|twice|times as|" +
    "times more|compared to|compared with|higher|lower|larger|smaller|bigger|number one|as many|as much|record|rank*|" +
    "unprecedented|equal to|as high as",
  changes:
    "increas*|decreas*|ris*|rose|fell|fall*|fallen|grew|grow*|drop*|doubl*|tripl*|quadrupl*|cut|cuts|reduc*|declin*|" +
    "gain*|gone up|gone down|went up|went down|come down|came down|up by|down by|added|adds|create*|lost|lose*|" +
    "expand*|shrank|shrunk|soar*|plunge*|surge*|halv*|climb*",
  causes:
    "because of|cause*|caused|led to|lead to|leads to|due to|result*|thanks to|as a consequence|therefore|contribut*|" +
    "responsible for|prevent*|kill*|destroy*|stopped|produc*",
  absolutes:
    "all|every|everyone|everybody|never|none|no one|nobody|nothing|always|only|entire*|any|zero|without exception|" +
    "at all|completely|totally|the only|impossible|whole",
  reports:
    "said|says|claim*|told|announc*|accord* to|report|reports|reported|reportedly|stated|statement|estimat*|testif*|" +
    "conclud*|analy*|study|studies|survey*|poll|polls|found that|projected|show|shows|showed|suggested|call*|quoted",
  deeds:
    "was|were|had|did|has been|have been|been|voted|vote|vetoed|supported|opposed|proposed|signed|passed|rejected|" +
    "received|sent|took|taken|went|gave|given|made|paid|built|won|joined|worked|resulted|came|became|began|started|" +
    "happened|introduced|approved|banned|sued|charged|convicted|arrested|invaded|died|born|elected|appointed|hired|" +
    "fired|closed|opened|sold|bought|founded|(?:has|have|'ve|he's|it's) \\p{L}+ed",
  opinions:
    "i think|i believe|i feel|i hope|i guess|i suppose|i suggest|i favor|i respect|in my view|in my opinion|in my judgment|" +
    "my view|it seems|we believe|we think|i'm sure|i want|i'd like|wrong|right thing|important|great|terrible|" +
    "wonderful|beautiful|disgrace*|shame*|grateful|proud|strongly|perhaps|maybe|probably|might|hopefully|" +
    "unfortunately|fair*|better|dangerous",
  future:
    "will|won't|'ll|shall|going to|would|could|tomorrow|next year|next month|plan to|plans to|intend*|can|in the future",
  duties:
    "should|must|ought|need to|needs to|have to|has to|had to|got to|let's|let us|let me|want to|wants to|try to|goal*|" +
    "objective*|responsib*|cause of|commitment",
  addresses:
    "you|your|yours|thank*|please|ladies|gentlemen|welcome|look|well|ok|okay|yes|sorry|we're|i'm|we can|us|our",
};
