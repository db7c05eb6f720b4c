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

## Voice and pictures for a person

web-sent = فرستاده شد.
web-record = ثبت صدای شما
web-record-stop = توقف
web-recording = صدا ثبت می‌شود. حداکثر دو دقیقه.
web-recorded = صدا ثبت شد. گوش کنید. آن را بفرستید یا دور بیندازید.
web-discard = دور انداختن
web-no-microphone = مایکروفون کار نمی‌کند. به جای آن بنویسید.
web-my-voice = صدای شما
web-my-picture = عکس شما
web-picture = فرستادن عکس
web-picture-thumb = وقت عکس گرفتن نام و نمبر شخصی را با انگشت بپوشانید.
web-picture-choose = انتخاب عکس
web-file-large = بسیار کلان است. صدای کوتاه‌تر ثبت کنید یا عکس کوچک‌تر انتخاب کنید.
web-file-broken = خوانده نمی‌شود. عکس دیگری انتخاب کنید یا دوباره صدا ثبت کنید.
web-file-many = شما عکس‌ها و صداهای زیاد فرستاده‌اید. به جای آن بنویسید.
web-play = گوش کردن
web-larger = نشان دادن کلان‌تر
web-save = دانلود کردن
web-file-gone = این فایل دیگر اینجا نیست.

## Coming back from another browser

web-key-offer = می‌خواهم بعدتر از مرورگر دیگر برگردم
web-key-title = کلید شما
web-key-how = عکس‌ها را به ترتیب درست به یاد داشته باشید. نمبر را هم به یاد داشته باشید. وقتی برمی‌گردید، در صفحهٔ اول «من کلید دارم» را انتخاب کنید.
web-key-until = کلید تا ختم گفتگو با رهنمای صحت کار می‌کند.
web-key-warning = هر کس که کلید را دارد، گفتگو را خوانده می‌تواند. کلید را به هیچ کس نشان ندهید.
web-key-drop = این کلید را نمی‌خواهم
web-key-dropped = کلید پاک شد.
web-key-closed = حالا هیچ گفتگویی با رهنمای صحت باز نیست. پس کلید هم نیست.
web-key-go-on = برگشتن به گفتگو
web-key-have = من کلید دارم
web-key-first = عکس اول
web-key-second = عکس دوم
web-key-third = عکس سوم
web-key-digits = نمبر چهار رقمی
web-key-open = باز کردن
web-key-wrong = این کلید هیچ گفتگویی را باز نمی‌کند. ببینید که همه چیز درست باشد. یک دقیقه صبر کنید و دوباره کوشش کنید.
# The pictures of the key: one word each
web-key-sun = آفتاب
web-key-moon = مهتاب
web-key-star = ستاره
web-key-tree = درخت
web-key-flower = گل
web-key-house = خانه
web-key-fish = ماهی
web-key-bird = پرنده
web-key-horse = اسب
web-key-apple = سیب
web-key-bread = نان
web-key-boat = کشتی
web-key-bus = بس
web-key-book = کتاب
web-key-shoe = بوت
web-key-ball = توپ
