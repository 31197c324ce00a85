import type { embed as english } from "../en/embed.ts";
import type { Translation } from "../words.ts";

/** What other sites show of a claim: the card in a frame, and the marks in an article. */
export const embed: Translation<typeof english> = {
  mark: "الادّعاء {number}، تصنيفه \u2068{rating}\u2069",
  unratedMark: "الادّعاء {number}، جرى التحقّق منه",
  read: "قراءة مادة التحقّق كاملة",
  by: "جرى التحقّق لدى \u2068{newsroom}\u2069",
  reworded: "تغيّرت كلمات المقال منذ هذا التحقّق.",
  withdrawn: "سُحبت مادة التحقّق هذه",
  code: "تضمين مادة التحقّق هذه",
  codeText:
    "انسخ هذا إلى صفحتك. تُرسم البطاقة في إطار خاصّ بها، ولا تضع ملفّات تعريف ارتباط، وتتبع ألوان القارئ الفاتحة أو الداكنة؛ أمّا البرنامج فيضبط ارتفاعها فقط.",
  codeLabel: "الشيفرة المراد نسخها",
};
