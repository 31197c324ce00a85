import type { live as english } from "../en/live.ts";
import type { Translation } from "../words.ts";

/** Others at the same article. */
export const live: Translation<typeof english> = {
  here: {
    zero: "لا زملاء هنا",
    one: "زميل واحد هنا",
    two: "زميلان هنا",
    few: "{count} زملاء هنا",
    many: "{count} زميلًا هنا",
    other: "{count} زميل هنا",
  },
  faces: "\u200f\u2068{faces}\u2069: {here}",
  title: "في هذا المقال أيضًا",
  reading: "قراءة",
  onClaim: "عند الادّعاء {number}",
  editingClaim: "تعديل الادّعاء {number}",
  arrived: "هنا أيضًا: \u2068{names}\u2069",
  alone: "لا أحد غيرك هنا الآن",
  status: {
    connecting: "جارٍ الاتصال",
    live: "تظهر تغييرات الزملاء فور حدوثها",
    polling: "تظهر تغييرات الزملاء كل بضع ثوانٍ",
    lost: "لا اتصال",
    ended: "سُجّل الخروج",
  },
  lostHint: "جارٍ المحاولة من جديد. ما تكتبه محفوظ في هذا المتصفّح.",
  endedHint: "يلزم تسجيل الدخول من جديد لرؤية ما يغيّره الزملاء.",
  signIn: "تسجيل الدخول",
  textChanged: "للمقال نصّ أحدث.",
  showText: "عرضه",
  editing: "قيد التعديل لدى \u2068{names}\u2069",
  alsoEditing:
    "هذا الادّعاء قيد التعديل لدى \u2068{names}\u2069 أيضًا. من يحفظ ثانيًا يرى النصّين؛ ولا يُستبدل شيء.",
  alsoInField:
    "هذا الادّعاء قيد التعديل لدى \u2068{names}\u2069 أيضًا، والآن في الحقل «{field}». من يحفظ ثانيًا يرى النصّين.",
  deleted: "حُذف هذا الادّعاء بيد غيرك. يُرجى نسخ ما كتبته قبل مغادرة هذا النموذج: لا يمكن حفظه.",
};
