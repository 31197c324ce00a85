import {
  type CheckedRecord,
  checkListed,
  checkNow,
  checkRecord,
  type Finding,
  recordIn,
} from "./record-check.ts";

// On the page of a claim's record: checks the record, or a file of one, and says in words what fits. The words are on
// the page, and so is the tool, hidden until this runs.

const HEADS = "/audit/heads.json";

/** As many parts of the list of heads as are looked through: 1,000 articles each. */
const MOST_PARTS = 100;

const tool = document.querySelector<HTMLElement>("[data-record-check]");
if (tool) begin(tool);

function begin(tool: HTMLElement): void {
  const claim = tool.dataset.recordCheck ?? "";
  const result = part(tool, "result");
  const list = part(tool, "list");
  const work = async (text: () => Promise<string | null>, isFile: boolean) => {
    list.replaceChildren();
    result.textContent = wording(tool, "busy");
    const read = await text().catch(() => null);
    const record = read === null ? null : recordIn(read);
    if (record === null) {
      result.textContent = wording(tool, read === null ? "unreachable" : "noRecord");
      return;
    }
    const findings = await findingsOf(record, isFile);
    list.replaceChildren(...findings.map((finding) => line(tool, finding)));
    result.textContent = wording(tool, overall(findings));
  };
  part(tool, "start").addEventListener("click", () => work(() => textAt(recordOf(claim)), false));
  part(tool, "file").addEventListener("change", ({ target }) => {
    const [file] = target instanceof HTMLInputElement ? (target.files ?? []) : [];
    if (file) work(() => file.text(), true);
  });
  // Browsers give no hashes to pages that came unprotected.
  if (window.isSecureContext) part(tool, "controls").hidden = false;
  else result.textContent = wording(tool, "insecure");
  tool.hidden = false;
}

async function findingsOf(record: CheckedRecord, isFile: boolean): Promise<Finding[]> {
  const findings = await checkRecord(record);
  if (record.head) findings.push(checkListed(record, await listedHead(record.chain)));
  if (!isFile) return findings;
  const now = await textAt(recordOf(record.claim)).then(recordIn, () => null);
  return [...findings, checkNow(record, now)];
}

const recordOf = (claim: string) => `/claims/${encodeURIComponent(claim)}/record.json`;

async function textAt(address: string): Promise<string> {
  const answer = await fetch(address, { credentials: "omit" });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.text();
}

/** The chain's head in the site's list; null when it cannot be had. */
async function listedHead(chain: string): Promise<unknown> {
  let address: string | undefined = HEADS;
  for (let parts = 0; address !== undefined && parts < MOST_PARTS; parts += 1) {
    const answer: Response | null = await fetch(address, { credentials: "omit" }).catch(() => null);
    const told: { heads?: { chain?: unknown }[] } | null = answer?.ok
      ? await answer.json().catch(() => null)
      : null;
    const found = Array.isArray(told?.heads) ? told.heads.find((head) => head?.chain === chain) : undefined;
    if (found !== undefined) return found;
    const next: string | undefined = /<([^>]*)>; rel="next"/.exec(answer?.headers.get("link") ?? "")?.[1];
    // The list's own address may be another name of this site.
    address = next === undefined ? undefined : HEADS + new URL(next, location.href).search;
  }
  return null;
}

function overall(findings: readonly Finding[]): string {
  if (findings.some(({ outcome }) => outcome === "wrong")) return "someWrong";
  return findings.every(({ outcome }) => outcome === "right") ? "allRight" : "someUnknown";
}

function line(tool: HTMLElement, { outcome, says, number = 0 }: Finding): HTMLElement {
  const item = document.createElement("li");
  item.dataset.outcome = outcome;
  const word = document.createElement("strong");
  word.textContent = wording(tool, outcome);
  const told = new Intl.NumberFormat(document.documentElement.lang).format(number);
  item.append(word, ` ${wording(tool, says).replace("{number}", told)}`);
  return item;
}

function part(tool: HTMLElement, name: string): HTMLElement {
  const found = tool.querySelector<HTMLElement>(`[data-part=${name}]`);
  if (!found) throw new Error(`The page has no ${name}`);
  return found;
}

function wording(tool: HTMLElement, name: string): string {
  return tool.querySelector<HTMLTemplateElement>(`template[data-says=${name}]`)?.content.textContent ?? "";
}
