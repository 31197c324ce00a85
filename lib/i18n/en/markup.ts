/** What machines read of a claim's page, as the desk looks it over. */
export const markup = {
  title: "ClaimReview",
  ready: "The claim’s page carries ClaimReview data for search engines and data sets.",
  willBe: "The claim’s page will carry ClaimReview data once it is published.",
  none: "The claim’s page carries no ClaimReview data: {reason}",
  missing: "It is read all the same, but would be better with:",
  shortcomings: {
    no_day: "the day the claim was made;",
    no_address: "the address of the article it was made in;",
    no_number: "a number: only ratings in an order, the truest highest, have one;",
    no_sources: "a public source with an address.",
  },
  show: "Show the data",
} as const;
