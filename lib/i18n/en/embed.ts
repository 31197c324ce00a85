/** What other sites show of a claim: the card in a frame, and the marks in an article. */
export const embed = {
  mark: "Claim {number}, rated {rating}",
  unratedMark: "Claim {number}, checked",
  read: "Read the whole check",
  by: "Checked by {newsroom}",
  reworded: "The words of the article have changed since this check.",
  withdrawn: "This check was withdrawn",
  code: "Embed this check",
  codeText:
    "Copy this into your page. The card is drawn in a frame of its own, sets no cookies and follows the reader’s light or dark colours; the script only fits its height.",
  codeLabel: "Code to copy",
} as const;
