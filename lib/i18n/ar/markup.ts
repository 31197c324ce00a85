import type { Translation, Words } from "../words.ts";

export const markup: Translation<Words["markup"]> = {
  title: "بيانات ClaimReview",
  ready: "تحمل صفحة الادعاء بيانات ClaimReview لمحركات البحث ومجموعات البيانات.",
  willBe: "ستحمل صفحة الادعاء بيانات ClaimReview عند نشرها.",
  none: "لا تحمل صفحة الادعاء بيانات ClaimReview: {reason}",
  missing: "تُقرأ البيانات على أي حال، وتكون أفضل مع:",
  shortcomings: {
    no_day: "اليوم الذي قيل فيه الادعاء؛",
    no_address: "عنوان المقال الذي ورد فيه؛",
    no_number: "رقم: لا رقم إلا للتقييمات المرتبة، أصدقها أعلاها؛",
    no_sources: "مصدر علني له عنوان.",
  },
  show: "إظهار البيانات",
};
