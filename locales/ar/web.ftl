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
