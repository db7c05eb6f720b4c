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
# Below the line above, where words may mean danger; .yes opens the emergency screen
engine-now = هل يحدث هذا الآن؟
    .yes = نعم، يحدث الآن
# Quietly, above the numbers of lines that listen
engine-support = للتحدث مع شخص يستمع:
engine-not-understood = لم أفهم ما كتبته. يرجى اختيار زر من الأسفل.
engine-twice = ما زلت لا أفهم. يمكن الحصول على مساعدة من إنسان.
engine-which = أي زر هو المقصود؟ يرجى اختيار زر.
engine-found = هل يتعلق الأمر بأحد هذه المواضيع؟
engine-offer = هل تناسبك القراءة بالعربية؟
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
engine-privacy-call = رقم الهاتف الذي طلبت الاتصال به
engine-privacy-kept =
    كل ما أحفظه محمي بقفل. المفتاح لدى المنطقة (region) المسؤولة عن هذه الخدمة.
    ما قلناه أنت وأنا يُحذف بعد { $days-said }.

    إذا لم يصلني منك أي شيء لمدة { $days-silent }، أحذف كل شيء عنك.
    لكن سؤالك للمرشد الصحي يبقى محفوظًا حتى تنتهي المحادثة.

    بعد الحذف تبقى نسخ من المفتاح لمدة { $days-backup }. بعد ذلك لا يستطيع أحد قراءة ما حُذف.

## A person instead of the bot

engine-person-says =
    يجيبك هنا مرشد صحي (hälsoguide). يشرح لك ويساعدك في الوصول إلى الرعاية الصحية. لكنه ليس ممرضًا ولا يعطي نصائح طبية.

    على المرشد واجب كتمان الأسرار (tystnadsplikt). هناك استثناء واحد: إذا كان طفل يتعرض للأذى.

    يمكنك كتابة سؤالك هنا. ويمكنك أيضًا الضغط على الزر، فيسألك المرشد.
engine-guide-woman = { $name }، امرأة، اللغة: { $language }
engine-guide-man = { $name }، رجل، اللغة: { $language }
engine-interpreter =
    لا يوجد مرشد صحي يتكلم لغتك. يجيبك المرشد، ويساعده مترجم شفوي عبر الهاتف. يقرأ المترجم سؤالك أو يسمعه. وعلى المترجم أيضًا واجب كتمان الأسرار.
engine-wish-woman = امرأة فقط
    .off = ✓ امرأة فقط
engine-wish-outside = لا أحد من بلدي
    .off = ✓ لا أحد من بلدي
engine-wish-unmet = لا يوجد الآن شخص كهذا يجيب بلغتك. بدون هذا الطلب يصلك الجواب هكذا:
engine-person-by = يصلك الجواب في موعد أقصاه { $day }، الساعة { $time } (بتوقيت السويد).
engine-person-ask = طلب جواب من مرشد صحي
engine-person-now = هناك مرشد صحي يعمل الآن ويمكنه قراءة رسائلك.
engine-person-present = هناك مرشد صحي يعمل الآن. لكي يقرأ إنسان رسائلك، يرجى اختيار «التحدث مع إنسان».
engine-person-next = يجيب مرشد صحي مرة أخرى في موعد أقصاه { $day }، الساعة { $time }.
engine-case = سؤالك ينتظر مرشدًا صحيًا.
engine-case-held = سؤالك الآن عند { $name }.
engine-case-interpreter = يجيبك المرشد، ويساعده مترجم شفوي عبر الهاتف. وعلى المترجم أيضًا واجب كتمان الأسرار.
engine-case-go-on = يمكنك استخدام كل شيء آخر في هذه الأثناء. لإضافة شيء، يمكنك كتابته هنا.
engine-case-done = لم أعد بحاجة إلى جواب
engine-case-sent = تم إرسال سؤالك.
engine-case-added = تمت الإضافة.
engine-case-again = أريد أن أسأل مرة أخرى
engine-case-claimed = تمت قراءة سؤالك. يأتيك الجواب هنا من { $name }.
engine-case-passed = انتقل سؤالك إلى { $name }.
engine-case-returned = لم يتمكن المرشد من الإجابة. ينتقل سؤالك إلى مرشد آخر.
engine-case-moved = تأخر الجواب. نعتذر.
engine-case-nobody = لا يستطيع أحد الإجابة هنا الآن. يمكنك الاتصال بالرقم { $phone-1177 }.
engine-case-closed = انتهت المحادثة مع المرشد الصحي.
engine-call-me = طلب مكالمة هاتفية
engine-call-says =
    يمكنك كتابة رقم هاتفك هنا. لا يرى المرشد الرقم إلا للاتصال بك. يُحذف الرقم عندما تنتهي محادثتك هنا مع المرشد.

    إذا رد شخص آخر، يغلق المرشد الخط ولا يقول شيئًا.

    متى يكون الاتصال بك آمنًا؟ يرجى اختيار الوقت أولًا، ثم كتابة الرقم.
engine-call-morning = قبل الظهر
    .off = ✓ قبل الظهر
engine-call-afternoon = بعد الظهر
    .off = ✓ بعد الظهر
engine-call-any = في أي وقت
    .off = ✓ في أي وقت
engine-call-bad = هذا ليس رقم هاتف. يرجى كتابة أرقام فقط. لم يُحفظ ما كتبته.
engine-call-kept = سيتصل بك المرشد الصحي. يُحذف رقمك عندما تنتهي محادثتك هنا مع المرشد.
engine-call-off = لا أريد مكالمة هاتفية
engine-call-erased = تم حذف رقمك.
engine-from = 👤 { $name }، مرشد صحي:
engine-from-interpreter = 👤 { $name }، مرشد صحي، بمساعدة مترجم شفوي:
engine-changed = 👤 تغيّر جواب من { $name }. الجواب الصحيح الآن هو:
engine-taken-back = 👤 أُلغي جواب من { $name }. لم يعد هذا الجواب صحيحًا.
engine-said = { $text }
engine-voice = لا أستطيع سماع الرسائل الصوتية. هل يمكن أن يستمع إليها إنسان؟
engine-photo = لا أستطيع رؤية الصور. هل يمكن أن ينظر إليها إنسان؟ يرجى تغطية الاسم والرقم الشخصي (personnummer) بالإبهام عند التصوير.
engine-give-voice = السماح لإنسان بالاستماع
engine-give-photo = السماح لإنسان برؤية الصورة
engine-unopened = لا يستطيع أحد هنا فتح ما أرسلته. يمكنك إرسال صورة أو رسالة صوتية، أو الكتابة.
engine-sound = تسجيل صوتي
engine-picture = صورة
engine-document = ملف (PDF)
engine-person-web = يجيبك مرشد صحي في محادثة الويب، وليس هنا. لا تُحفظ رسائلك هنا.
engine-person-web-open = فتح محادثة الويب
engine-person-phone = يجيب مرشد صحي عبر الهاتف، وليس هنا.
