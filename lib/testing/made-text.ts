/** Words that made texts consist of: some often, some seldom, as in any text. */
const WORDS =
  "the of and to in that it was for on with as at by from the of and a in to council bridge tunnel water minister report budget school teachers hospital nurses rail station harbour fishermen union contract percent million euros cost year month week committee hearing court ruling appeal judge police officers traffic accident road winter storm river dam flood village mayor election votes party candidate poll survey university study professor climate emissions plant energy price market farmers harvest wheat milk export import tariff border soldiers treaty summit president government parliament opposition law amendment reform pension tax income wage workers factory strike company profit shareholders board director bank loan interest debt growth forecast inflation housing rents tenants construction permits museum theatre festival audience newspaper reporters archive letter witness photograph engineer inspection safety failure repair delay opened closed rose fell doubled announced denied confirmed promised warned rejected signed measured counted claimed said".split(
    " ",
  );

/** Prose without sense: paragraphs of three to five sentences, divided by blank lines. */
export function makeText(paragraphs: number, random: () => number): string {
  const some = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const word = () => WORDS[Math.floor(random() * WORDS.length)] ?? "";
  const sentence = () => {
    const words = Array.from({ length: some(8, 20) }, () =>
      random() < 0.06 ? String(some(2, 2000)) : word(),
    );
    const [first = "", ...rest] = words;
    return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(" ")}.`;
  };
  const paragraph = () => Array.from({ length: some(3, 5) }, sentence).join(" ");
  return Array.from({ length: paragraphs }, paragraph).join("\n\n");
}
