import type { account as english } from "../en/account.ts";
import type { Translation } from "../words.ts";

export const account: Translation<typeof english> = {
  title: "حسابك",
  language: "اللغة",
  languageHint: "لغة غرفة الأخبار، لك وحدك.",
  asNewsroom: "كغرفة الأخبار: \u2068{language}\u2069",
  saved: "حُفظت إعداداتك.",
  profile: {
    title: "الاسم والتعريف",
    name: "الاسم",
    nameHint: "كما يظهر بجانب عملك، وفي موادّ التحقّق التي تُنشر من الآن.",
    bio: "نبذة عنك",
    bioHint:
      "للقرّاء، في صفحة منهجية غرفة الأخبار: مواضيعك وكيفية التواصل معك. إن تُركت فارغة فلن يظهر اسمك هناك.",
    saved: "حُفظ اسمك والنبذة عنك.",
  },
  password: {
    title: "كلمة السر",
    current: "كلمة السر الحالية",
    next: "كلمة السر الجديدة",
    hint: "{min} حرفًا على الأقل. ويُسجَّل خروجك من كل مكان آخر.",
    submit: "تغيير كلمة السر",
    saved: "تغيّرت كلمة السر، وسُجّل خروجك من كل مكان آخر.",
  },
  sessions: {
    title: "الأجهزة التي سجّلت دخولك منها",
    device: "\u2068{browser}\u2069 على \u2068{system}\u2069",
    unknown: "جهاز غير معروف",
    here: "هذا المتصفّح",
    seen: "آخر استخدام: {when}",
    since: "تسجيل الدخول في {date}",
    end: "تسجيل الخروج",
    endNamed: "تسجيل الخروج: {device}، آخر استخدام: {when}",
    ended: "سُجّل خروج ذلك الجهاز.",
    endOthers: "تسجيل الخروج من كل مكان آخر",
    endOthersTitle: "تسجيل الخروج من كل مكان آخر؟",
    endOthersText: "يُسجَّل خروج كل الأجهزة فورًا ما عدا هذا المتصفّح. ويبقى عليها ما يُكتب فيها الآن.",
    othersEnded: "سُجّل خروجك من كل مكان آخر.",
    onlyHere: "لم تسجّل دخولك من أي مكان آخر.",
  },
};
