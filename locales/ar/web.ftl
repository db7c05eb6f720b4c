### The web page's own words, around what the flows say. They tell nobody what the page is about.

web-title = معلومات
web-skip = الانتقال إلى الجواب
web-leave = الخروج بسرعة
web-write = الكتابة هنا
web-send = إرسال
web-more = عرض الأجوبة الجديدة
web-nothing-new = لا يوجد جواب جديد بعد.
web-earlier = أجوبة سابقة
web-show-large = عرض بخط كبير
web-close = إغلاق
web-too-long = النص طويل جدًا. يرجى تقصيره وإرساله من جديد.
web-sending = جارٍ الإرسال …
web-offline = لا توجد شبكة الآن. سأحاول من جديد.
web-ended = انتهت المحادثة.
web-lost = هذه الصفحة غير موجودة.
web-broken = حدث خطأ. يرجى المحاولة من جديد.
web-begin = البدء من جديد
web-history = قد يتذكر الهاتف عنوان هذه الصفحة. إذا كان شخص آخر يقرأ هاتفك، يمكنك حذف العنوان من سجل المتصفح.

## Voice and pictures for a person

web-sent = تم الإرسال.
web-record = تسجيل الصوت
web-record-stop = إيقاف
web-recording = جارٍ التسجيل. دقيقتان على الأكثر.
web-recorded = التسجيل جاهز. يمكن سماعه ثم إرساله أو حذفه.
web-discard = حذف
web-no-microphone = لا يمكن استخدام الميكروفون. يمكن الكتابة بدلًا من ذلك.
web-my-voice = تسجيلك
web-my-picture = صورتك
web-picture = إرسال صورة
web-picture-thumb = يرجى تغطية الاسم والرقم الشخصي بالإبهام عند التصوير.
web-picture-choose = اختيار صورة
web-file-large = الملف كبير جدًا. يرجى عمل تسجيل أقصر أو اختيار صورة أصغر.
web-file-broken = لا يمكن قراءة الملف. يرجى اختيار صورة أخرى أو التسجيل من جديد.
web-file-many = أُرسلت صور وتسجيلات كثيرة. يمكن الكتابة بدلًا من ذلك.
web-play = سماع
web-larger = عرض بحجم أكبر
web-save = تنزيل
web-file-gone = لم يعد هذا الملف موجودًا هنا.

## Coming back from another browser

web-key-offer = العودة لاحقًا من متصفح آخر
web-key-title = مفتاحك
web-key-how = يرجى تذكّر الصور بالترتيب الصحيح، وتذكّر الأرقام. عند العودة، يرجى اختيار «لديّ مفتاح» في الصفحة الأولى.
web-key-until = يعمل المفتاح حتى تنتهي المحادثة مع المرشد الصحي.
web-key-warning = كل من لديه هذا المفتاح يمكنه قراءة المحادثة. يرجى عدم إظهار المفتاح لأحد.
web-key-drop = لا أريد المفتاح
web-key-dropped = حُذف المفتاح.
web-key-closed = لا توجد الآن محادثة مفتوحة مع مرشد صحي. لذلك لا يوجد مفتاح.
web-key-go-on = العودة إلى المحادثة
web-key-have = لديّ مفتاح
web-key-first = الصورة الأولى
web-key-second = الصورة الثانية
web-key-third = الصورة الثالثة
web-key-digits = الأرقام الأربعة
web-key-open = فتح
web-key-wrong = لا يفتح المفتاح أي محادثة. يرجى التأكد من أن كل شيء صحيح. يرجى الانتظار دقيقة ثم المحاولة من جديد.
# The pictures of the key: one word each
web-key-sun = شمس
web-key-moon = قمر
web-key-star = نجمة
web-key-tree = شجرة
web-key-flower = زهرة
web-key-house = بيت
web-key-fish = سمكة
web-key-bird = طائر
web-key-horse = حصان
web-key-apple = تفاحة
web-key-bread = خبز
web-key-boat = قارب
web-key-bus = حافلة
web-key-book = كتاب
web-key-shoe = حذاء
web-key-ball = كرة
