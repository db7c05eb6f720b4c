### The web page's own words, around what the flows say. They tell nobody what the page is about.

web-title = معلومات
web-skip = رفتن به جواب
web-leave = خروج سریع
web-write = اینجا بنویسید
web-send = فرستادن
web-more = دیدن جواب‌های نو
web-nothing-new = هنوز جواب نو نیست.
web-earlier = جواب‌های قبلی
web-show-large = نشان دادن بزرگ
web-close = بستن
web-too-long = متن بسیار دراز است. آن را کوتاه‌تر کنید و دوباره بفرستید.
web-sending = در حال فرستادن …
web-offline = حالا انترنت نیست. دوباره کوشش می‌کنم.
web-ended = گفتگو ختم شد.
web-lost = این صفحه وجود ندارد.
web-broken = یک مشکل پیش آمد. دوباره کوشش کنید.
web-begin = از سر شروع
web-history = تلفون شاید آدرس این صفحه را به یاد داشته باشد. اگر کس دیگری تلفون را می‌بیند، آن را از تاریخچهٔ مرورگر پاک کنید.
