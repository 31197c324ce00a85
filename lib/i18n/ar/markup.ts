import type { markup as english } from "../en/markup.ts";
import type { Translation } from "../words.ts";

/** What machines read of a claim's page, as the desk looks it over. */
export const markup: Translation<typeof english> = {
  title: "بيانات ClaimReview",
  ready: "تحمل صفحة الادّعاء بيانات ClaimReview لمحرّكات البحث ومجموعات البيانات.",
  willBe: "ستحمل صفحة الادّعاء بيانات ClaimReview عند نشرها.",
  none: "لا تحمل صفحة الادّعاء بيانات ClaimReview: {reason}",
  missing: "تُقرأ البيانات على أي حال، وتكون أفضل مع:",
  shortcomings: {
    no_day: "اليوم الذي قيل فيه الادّعاء؛",
    no_address: "عنوان المقال الذي ورد فيه؛",
    no_number: "رقم: لا رقم إلا للتصنيفات المرتّبة، وأعلاها أصحّها؛",
    no_sources: "مصدر علني له عنوان.",
  },
  show: "عرض البيانات",
};
