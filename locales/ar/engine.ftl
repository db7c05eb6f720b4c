### The bot's own words: buttons and short messages that stand on every screen.

## Buttons

engine-emergency = حالة طارئة
engine-person = التحدث مع إنسان
engine-menu = القائمة
engine-language = اللغة
engine-back = رجوع
engine-continue = متابعة
engine-skip = لا أريد أن أقول
engine-more = عرض المزيد
# On emergency screens instead of Back
engine-resume = العودة إلى حيث كنت
# A button that leads to the end of a conversation
engine-finish = شكرًا، هذا كل شيء
# A button that leads to a person
engine-ask-person = أريد مساعدة من إنسان

## Languages

engine-choose-language = اختيار اللغة
engine-own-name = { $name }
engine-globe = لغات أخرى
engine-globe-show =
    يمكنك عرض هذه الجملة في الاستقبال، أو قولها في الهاتف.
    .sentence = أتكلم { $language }. أحتاج إلى مترجم شفوي.
# The language of a web page
engine-page-language = لغة الصفحة: { $language }.

## Short messages

engine-danger = هل هناك خطر على الحياة؟ اتصل الآن بالرقم { $phone-112 }.
engine-not-understood = لم أفهم ما كتبته. يرجى اختيار زر من الأسفل.
engine-number = يرجى كتابة عدد من { $lowest } إلى { $highest }.
engine-stale = لم يعد هذا الزر يعمل. أنت هنا الآن.
engine-moved = الصفحة التي قرأتها لم تعد موجودة. هذه أقرب صفحة إليها.
engine-doubt = ربما تغيّر هذا. يمكنك السؤال على الرقم { $phone-1177 }.
engine-doubt-safety = إذا لم يرد أحد، اتصل بالرقم { $phone-112 }.
engine-unreviewed = لم يراجع أي إنسان هذا النص بعد.
engine-thanks = شكرًا. من الجيد أنك أخبرتنا.
engine-unknown = مكان غير معروف
engine-helped =
    هل ساعدك هذا؟
    .yes = نعم
    .no = لا، أحتاج إلى مساعدة أكثر
engine-nobody =
    لا يوجد الآن مرشد صحي (hälsoguide) للرد هنا في المحادثة.

    يمكنك الاتصال بالرقم { $phone-1177 }. هناك يجيب ممرضون وممرضات ليلًا ونهارًا. يمكنك قول هذه الجملة:
    .sentence = مرحبًا! أحتاج إلى مساعدة. أتكلم { $language }. أحتاج إلى مترجم شفوي.
    .sentence-heard = هَيْ! ياغ بيهوفر يَلب. ياغ تالار أرابيسكا. ياغ بيهوفر تولك.

## Places and opening hours

engine-hours-open = مفتوح الآن
engine-hours-closed = مغلق الآن
engine-hours-always = مفتوح ليلًا ونهارًا
engine-hours-unknown = لا أعرف أوقات العمل. الأفضل الاتصال أولًا.
# The place has neither opening hours nor a phone number
engine-hours-ask = لا أعرف أوقات العمل ولا رقم الهاتف. يمكنك السؤال في بلديتك (kommun). هل سؤالك عن الرعاية الصحية؟ يمكنك الاتصال بالرقم { $phone-1177 }.
engine-closed-until = مغلق الآن. موعد الفتح: { $day }، الساعة { $time }.
engine-address-unknown = لا أعرف العنوان.
engine-place-phone = الهاتف
engine-place-web = الموقع الإلكتروني
engine-place-doubt = قد تكون المعلومة قديمة. الأفضل التأكد قبل الذهاب.
engine-distance = المسافة بالكيلومتر: { $number } تقريبًا
engine-map = عرض على الخريطة

## Telegram

engine-restart = البدء من جديد
engine-forget = حذف كل شيء عني
engine-forgotten = حُذف الآن كل شيء عنك هنا. المحادثة في هاتفك يمكنك حذفها بنفسك.
engine-bar = الأزرار في الأسفل موجودة دائمًا.
engine-media = لا يستطيع أحد هنا حتى الآن سماع الرسائل الصوتية أو رؤية الصور. يمكنك الكتابة أو اختيار زر.
engine-private = يمكنك الكتابة إليّ في محادثة خاصة، وليس في مجموعة.
engine-late = هذا رد على رسالتك من يوم { $day }، الساعة { $time }. لم أستطع الرد قبل الآن.
engine-resumed = لم أستطع إرسال رسائل إليك لبعض الوقت. أنت هنا الآن في المحادثة.
engine-privacy = ماذا تعرفون عني؟
engine-privacy-says =
    لا أعرف اسمك. وليس لدي رقم هاتفك.

    هذا ما أحفظه عنك:
engine-privacy-language = اللغة: { $language }
engine-privacy-place = البلدية (kommun): { $municipality }
engine-privacy-status = وضعك: «{ $status }»
engine-privacy-more = عدد إجاباتك الأخرى: { $number }
engine-privacy-position = المكان على الخريطة الذي أرسلته إليّ
engine-privacy-kept =
    كل ما أحفظه محمي بقفل. المفتاح لدى المنطقة (region) المسؤولة عن هذه الخدمة.
    ما قلناه أنت وأنا يُحذف بعد { $days-said }.

    إذا لم يصلني منك أي شيء لمدة { $days-silent }، أحذف كل شيء عنك.

    بعد الحذف تبقى نسخ من المفتاح لمدة { $days-backup }. بعد ذلك لا يستطيع أحد قراءة ما حُذف.
