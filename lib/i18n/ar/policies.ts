import type { policies as english } from "../en/policies.ts";
import type { Translation } from "../words.ts";

/** The settings of what readers are told about the newsroom. */
export const policies: Translation<typeof english> = {
  title: "كيف نتحقّق",
  lead: "ما يُقال للقرّاء عن غرفة الأخبار، بكلماتها. يمكن استخدام Markdown؛ وما كان فارغًا لا يظهر.",
  page: "عرض الصفحة العامة",
  text: "{policy}، بصيغة Markdown",
  version: "الإصدار {number}، حُفظ {time}",
  saved: "حُفظ. يراه القرّاء الآن.",
  outdated: "غير معروضة: تغيّر النصّ منذ ذلك الحين",
  translationHint: "يراها بدل الأصل من يختارون هذه اللغة من القرّاء. وإن تُركت فارغة سُحبت.",
  each: {
    sources: {
      title: "المصادر",
      hint: "أي مصادر تُستخدم، وكيف تُوزن، ومتى يجوز أن يبقى مصدر سرّيًّا. وما دام هذا فارغًا تظهر للقرّاء جملة منّا.",
    },
    corrections: {
      title: "التصحيحات",
      hint: "كيف تُصحَّح الأخطاء، وبأي سرعة، وأين يُبلغ القرّاء عنها. وما دام هذا فارغًا تظهر للقرّاء جملة منّا.",
    },
    funding: { title: "التمويل", hint: "من يدفع، وكم من المجموع، وما لا كلمة له فيه." },
    people: { title: "الأشخاص", hint: "من يتحقّق، ومن المسؤول، وكيف يمكن الوصول إليهم." },
    claims: {
      title: "إرسال ادّعاء",
      hint: "ما تتحقّقون منه وما لا تتحقّقون منه، وما يحدث لادّعاء أُرسل إليكم.",
    },
  },
};
