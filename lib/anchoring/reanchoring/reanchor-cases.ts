/**
 * One edit and what must come of a passage. `|` stands at both ends of the passage in `before`, and at both ends of
 * the expected place in `after`; `after` without them expects no place.
 */
export type ReanchorCase = {
  name: string;
  before: string;
  after: string;
  outcome: "exact" | "moved" | "reworded" | "ambiguous" | "lost";
};

export const REANCHOR_CASES: ReanchorCase[] = [
  {
    name: "words put in before",
    before: "The dog |barked at night|.",
    after: "Yesterday the old dog |barked at night|.",
    outcome: "exact",
  },
  {
    name: "a paragraph put in before",
    before: "One day it rained.\n\n|The river rose by two metres.|",
    after: "Nobody had warned them.\n\nOne day it rained.\n\n|The river rose by two metres.|",
    outcome: "exact",
  },
  {
    name: "a paragraph that moved up",
    before:
      "The council met on Monday evening in the hall.\n\nNobody asked about the costs of it.\n\nThe mayor said |the bridge would be closed| for a year.",
    after:
      "The mayor said |the bridge would be closed| for a year.\n\nThe council met on Monday evening in the hall.\n\nNobody asked about the costs of it.",
    outcome: "moved",
  },
  {
    name: "two paragraphs that changed places, the longer one being the main line",
    before:
      "Short but |quite distinct from others|.\n\nThe long paragraph has many more words than the short one, so it stays in line.",
    after:
      "The long paragraph has many more words than the short one, so it stays in line.\n\nShort but |quite distinct from others|.",
    outcome: "moved",
  },
  {
    name: "a sentence that went to another paragraph",
    before:
      "It began in March. |Unemployment fell to four percent.| Then summer came.\n\nThe end was near.\n\nAll were glad.",
    after:
      "It began in March. Then summer came.\n\nThe end was near. |Unemployment fell to four percent.|\n\nAll were glad.",
    outcome: "moved",
  },
  {
    name: "retyped quotation marks and dashes",
    before: "She called it |“a disaster” – and left|.",
    after: 'She called it |"a disaster" - and left|.',
    outcome: "exact",
  },
  {
    name: "two hyphens for a dash, three stops for an ellipsis",
    before: "He paused |—and then… nothing|.",
    after: "He paused |--and then... nothing|.",
    outcome: "exact",
  },
  {
    name: "decomposed characters",
    before: "Das |Bürgermeisteramt über der Brücke| schloss.",
    after: `Das |${"Bürgermeisteramt über der Brücke".normalize("NFD")}| schloss.`,
    outcome: "exact",
  },
  {
    name: "capital letters",
    before: "They said |it was found| there.",
    after: "They said |IT WAS FOUND| there.",
    outcome: "exact",
  },
  {
    name: "no-break and double spaces",
    before: "It rose by |12 000 euros| a year.",
    after: "It rose by |12\u00a0000  euros| a year.",
    outcome: "exact",
  },
  {
    name: "a soft hyphen and a zero-width space",
    before: "The |parliamentary committee| met.",
    after: "The |parlia\u00admentary \u200bcommittee| met.",
    outcome: "exact",
  },
  {
    name: "a negation put in",
    before: "The money |was found| in a box.",
    after: "The money |was not found| in a box.",
    outcome: "reworded",
  },
  {
    name: "a negation taken out",
    before: "He |did not pay any taxes| that year.",
    after: "He |did pay any taxes| that year.",
    outcome: "reworded",
  },
  {
    name: "a number that changed",
    before: "Prices rose by |5 %| in May.",
    after: "Prices rose by |6 %| in May.",
    outcome: "reworded",
  },
  {
    name: "a number that stayed while another like it changed",
    before: "Prices rose by |5 %| in May and 5 % in June.",
    after: "Prices rose by |5 %| in May and 6 % in June.",
    outcome: "exact",
  },
  {
    name: "the space before a percent sign",
    before: "Prices rose by |5 %| in May.",
    after: "Prices rose by |5%| in May.",
    outcome: "reworded",
  },
  {
    name: "a word that was misspelt",
    before: "They |recieved four letters| from Rome.",
    after: "They |received four letters| from Rome.",
    outcome: "reworded",
  },
  {
    name: "a first word that changed",
    before: "Then |several hundred people marched| home.",
    after: "Then |many hundred people marched| home.",
    outcome: "reworded",
  },
  {
    name: "a last word that changed",
    before: "Then |several hundred people marched| home.",
    after: "Then |several hundred people walked| home.",
    outcome: "reworded",
  },
  {
    name: "a deleted sentence",
    before: "It rained all day. |The minister resigned at noon.| Nobody knew why.",
    after: "It rained all day. Nobody knew why.",
    outcome: "lost",
  },
  {
    name: "a sentence replaced by another",
    before: "It rained all day. |The minister resigned at noon.| Nobody knew why.",
    after: "It rained all day. Buses ran without any delay until evening. Nobody knew why.",
    outcome: "lost",
  },
  {
    name: "a deleted sentence whose words stand in another one",
    before:
      "First: |the tax went up|. So they said.\n\nMuch later a witness wrote that the tax went up in spring.",
    after: "First: so they said.\n\nMuch later a witness wrote that the tax went up in spring.",
    outcome: "ambiguous",
  },
  {
    name: "a sentence that stands twice, before and after",
    before: "We will see.\n\nThen he left.\n\n|We will see.|\n\nThe end.",
    after: "A new start.\n\nWe will see.\n\nThen he left.\n\n|We will see.|\n\nThe end.",
    outcome: "exact",
  },
  {
    name: "a quote over two paragraphs",
    before: "He began: |It was late.\n\nNobody was there.| That was all.",
    after: "So he began: |It was late.\n\nNobody was there.| That was all of it.",
    outcome: "exact",
  },
  {
    name: "a quote over two paragraphs that became one",
    before: "He began: |It was late.\n\nNobody was there.| That was all.",
    after: "He began: |It was late. Nobody was there.| That was all.",
    outcome: "exact",
  },
  {
    name: "part of a word",
    before: "It was un|believ|able.",
    after: "Oh, it was un|believ|able.",
    outcome: "exact",
  },
  {
    name: "part of a word that is written otherwise",
    before: "Das |Café|haus schloss.",
    after: `Heute: Das |${"Café".normalize("NFD")}|haus schloss.`,
    outcome: "exact",
  },
  {
    name: "the whole text",
    before: "|One thing was said.\n\nAnother was not.|",
    after: "|One thing was said.\n\nAnother was not.|",
    outcome: "exact",
  },
  {
    name: "the whole text with a word put in",
    before: "|One thing was said by them.\n\nAnother was not.|",
    after: "|One big thing was said by them.\n\nAnother was not.|",
    outcome: "reworded",
  },
  {
    name: "Chinese",
    before: "出国前后关注点大不同。|政治科目会出啥考题|？国家未来将如何发展？",
    after: "出国前后的关注点大不同。昨日，|政治科目会出啥考题|？国家未来将如何发展？",
    outcome: "exact",
  },
  {
    name: "Chinese with a negation put in",
    before: "他说|这是真的|，没有人反对。",
    after: "他说|这不是真的|，没有人反对。",
    outcome: "reworded",
  },
  {
    name: "Japanese",
    before: "イヌは肉をくわえていました。|橋をわたるとき|、下を見ました。",
    after: "ある日、イヌは肉をくわえていました。|橋をわたるとき|、下を見ました。",
    outcome: "exact",
  },
  {
    name: "Korean in its parts",
    before: "그는 |서울에서 왔다|고 말했다.",
    after: `어제 그는 |${"서울에서 왔다".normalize("NFD")}|고 말했다.`,
    outcome: "exact",
  },
  {
    name: "Arabic with another vowel mark",
    before: "قال الوزير إن |الأسعار ارتفعت كثيرا| هذا العام.",
    after: "أمس قال الوزير إن |الأسعار ارتفعت كثيرا| هذا العام.",
    outcome: "exact",
  },
  {
    name: "Hebrew",
    before: "הוא אמר |שהמחירים עלו מאוד| השנה.",
    after: "אתמול הוא אמר |שהמחירים עלו מאוד| השנה.",
    outcome: "exact",
  },
  {
    name: "Thai",
    before: "เขากล่าวว่า|ราคาสูงขึ้นมาก|ในปีนี้",
    after: "เมื่อวานเขากล่าวว่า|ราคาสูงขึ้นมาก|ในปีนี้",
    outcome: "exact",
  },
  {
    name: "joined emoji",
    before: "The |👩‍👩‍👧 family 🇩🇪| left 👍🏽 at noon.",
    after: "On Monday the |👩‍👩‍👧 family 🇩🇪| left 👍🏽 at noon.",
    outcome: "exact",
  },
  {
    name: "an emoji in another skin",
    before: "They sent |a 👍🏽 to all| of us.",
    after: "They sent |a 👍🏿 to all| of us.",
    outcome: "reworded",
  },
  { name: "an empty newer text", before: "All |is gone| now.", after: "", outcome: "lost" },
];
