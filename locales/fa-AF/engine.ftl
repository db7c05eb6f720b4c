### The bot's own words: buttons and short messages that stand on every screen.

## Buttons

engine-emergency = حالت عاجل
engine-person = گپ زدن با یک نفر
engine-menu = فهرست
engine-language = زبان
engine-back = بازگشت
engine-continue = ادامه
engine-skip = نمی‌خواهم بگویم
engine-more = دیدن بیشتر
# On emergency screens instead of Back
engine-resume = ادامه از جای قبلی
# A button that leads to the end of a conversation
engine-finish = تشکر، همین بود
# A button that leads to a person
engine-ask-person = از یک نفر کمک می‌خواهم

## Languages

engine-choose-language = انتخاب زبان
engine-own-name = { $name }
engine-globe = زبان‌های دیگر
engine-globe-show =
    این جمله را در پذیرش (reception) نشان دهید، یا در تلفون بگویید.
    .sentence = من به { $language } گپ می‌زنم. به ترجمان ضرورت دارم.
# The language of a web page
engine-page-language = این صفحه به زبان { $language } است.

## Short messages

engine-danger = خطر مرگ است؟ همین حالا زنگ بزنید: { $phone-112 }.
engine-not-understood = چیزی را که نوشتید، نفهمیدم. از دکمه‌های پایین یکی را انتخاب کنید.
engine-number = یک عدد از { $lowest } تا { $highest } بنویسید.
engine-stale = این دکمه دیگر کار نمی‌کند. حالا شما اینجا هستید.
engine-moved = صفحه‌ای که می‌خواندید، دیگر نیست. این نزدیک‌ترین صفحه است.
engine-doubt = شاید این تغییر کرده باشد. از { $phone-1177 } بپرسید.
engine-doubt-safety = اگر کسی جواب نداد، زنگ بزنید: { $phone-112 }.
engine-unreviewed = این متن را هنوز هیچ انسانی بررسی نکرده است.
engine-thanks = تشکر. خوب شد که گفتید.
engine-unknown = جای نامعلوم
engine-helped =
    این به شما کمک کرد؟
    .yes = بلی
    .no = نخیر، کمک بیشتر می‌خواهم
engine-nobody =
    همین حالا هیچ رهنمای صحت (hälsoguide) نمی‌تواند در چت جواب بدهد.

    به { $phone-1177 } زنگ بزنید. آنجا نرس‌ها شب و روز جواب می‌دهند. این جمله را بگویید:
    .sentence = سلام! به کمک ضرورت دارم. من به { $language } گپ می‌زنم. به ترجمان ضرورت دارم.
    .sentence-heard = هَی! یاگ بی‌هووِر یِلپ. یاگ تالَر داری. یاگ بی‌هووِر تولک.

## Places and opening hours

engine-hours-open = حالا باز است
engine-hours-closed = حالا بسته است
engine-hours-always = شب و روز باز است
engine-hours-unknown = نمی‌دانم چه وقت باز است. اول زنگ بزنید.
# The place has neither opening hours nor a phone number
engine-hours-ask = نمی‌دانم چه وقت باز است و نمبر آن را ندارم. از شاروالی (kommun) خود بپرسید. برای مراقبت صحی است؟ به { $phone-1177 } زنگ بزنید.
engine-closed-until = حالا بسته است. { $day } ساعت { $time } باز می‌شود.
engine-address-unknown = آدرس را نمی‌دانم.
engine-place-phone = تلفون
engine-place-web = ویب‌سایت
engine-place-doubt = این معلومات شاید کهنه باشد. پیش از رفتن، ببینید که درست است یا نه.
engine-distance = تقریباً { $number } کیلومتر دور
engine-map = نشان دادن در نقشه

## Telegram

engine-restart = شروع از نو
engine-forget = پاک کردن همه چیز دربارهٔ من
engine-forgotten = حالا همه چیز دربارهٔ شما از این‌جا پاک شد. چت داخل تلفون‌تان را خودتان پاک کرده می‌توانید.
engine-bar = این دکمه‌ها همیشه در پایین هستند.
engine-media = هنوز هیچ کس این‌جا پیام صوتی را شنیده نمی‌تواند و عکس را هم دیده نمی‌تواند. لطفاً بنویسید یا یک دکمه را انتخاب کنید.
engine-private = لطفاً در چت خصوصی برایم بنویسید، نه در گروپ.
engine-late = شما این پیام را روز { $day }، ساعت { $time } نوشتید. زودتر نتوانستم جواب بدهم.
engine-resumed = برای مدتی نتوانستم به شما پیام بفرستم. حالا شما اینجا هستید.
engine-privacy = دربارهٔ من چه می‌دانید؟
engine-privacy-says =
    نام شما را نمی‌دانم. نمبر تلفون شما را ندارم.

    دربارهٔ شما این‌ها را نگه داشته‌ام:
engine-privacy-language = زبان: { $language }
engine-privacy-place = شاروالی (kommun): { $municipality }
engine-privacy-status = وضعیت شما: «{ $status }»
engine-privacy-more = تعداد جواب‌های دیگر شما: { $number }
engine-privacy-position = جایی در نقشه که به من فرستادید
engine-privacy-kept =
    هر چه نگه داشته‌ام، قفل است. کلید را همان منطقه (region) دارد که مسئول این خدمت است.
    چیزهایی که شما و من گفته‌ایم، بعد از { $days-said } پاک می‌شود.

    اگر به مدت { $days-silent } هیچ چیزی از شما به من نرسد، همه چیز دربارهٔ شما را پاک می‌کنم.

    بعد از پاک شدن، کاپی‌های کلید به مدت { $days-backup } باقی می‌ماند. بعد از آن هیچ کس نمی‌تواند چیزهای پاک‌شده را بخواند.
