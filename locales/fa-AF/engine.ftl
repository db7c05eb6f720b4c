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
# Below the line above, where words may mean danger; .yes opens the emergency screen
engine-now = آیا این همین حالا اتفاق می‌افتد؟
    .yes = بلی، همین حالا
# Quietly, above the numbers of lines that listen
engine-support = می‌خواهید با کسی گپ بزنید؟ این‌ها گوش می‌کنند.
engine-not-understood = چیزی را که نوشتید، نفهمیدم. از دکمه‌های پایین یکی را انتخاب کنید.
engine-twice = هنوز هم نفهمیدم. یک نفر می‌تواند به شما کمک کند.
engine-which = منظور شما کدام یکی است؟ یک دکمه را انتخاب کنید.
engine-found = آیا دربارهٔ یکی از این‌ها است؟
engine-offer = می‌خواهید به دری بخوانید؟
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
engine-privacy-call = نمبر تلفونی که خواستید به آن زنگ زده شود
engine-privacy-kept =
    هر چه نگه داشته‌ام، قفل است. کلید را همان منطقه (region) دارد که مسئول این خدمت است.
    چیزهایی که شما و من گفته‌ایم، بعد از { $days-said } پاک می‌شود.

    اگر به مدت { $days-silent } هیچ چیزی از شما به من نرسد، همه چیز دربارهٔ شما را پاک می‌کنم.
    اما سوالی که از رهنمای صحت پرسیده‌اید، تا ختم گفتگو باقی می‌ماند.

    بعد از پاک شدن، کاپی‌های کلید به مدت { $days-backup } باقی می‌ماند. بعد از آن هیچ کس نمی‌تواند چیزهای پاک‌شده را بخواند.

## A person instead of the bot

engine-person-says =
    یک رهنمای صحت (hälsoguide) این‌جا به شما جواب می‌دهد. رهنما توضیح می‌دهد و کمک می‌کند که به خدمات صحی برسید. ولی رهنما نرس نیست و مشورهٔ طبی نمی‌دهد.

    رهنما مکلفیت حفظ اسرار (tystnadsplikt) دارد. یک استثنا است: اگر یک طفل آسیب می‌بیند.

    سوال خود را این‌جا بنویسید. یا دکمه را فشار دهید، تا رهنما از شما بپرسد.
engine-guide-woman = { $name }، زن، زبان: { $language }
engine-guide-man = { $name }، مرد، زبان: { $language }
engine-interpreter =
    هیچ رهنمای صحت به زبان شما گپ نمی‌زند. رهنما به شما جواب می‌دهد و یک ترجمان از راه تلفون به رهنما کمک می‌کند. ترجمان سوال شما را می‌خواند یا می‌شنود. ترجمان هم مکلفیت حفظ اسرار دارد.
engine-wish-woman = فقط یک زن
    .off = ✓ فقط یک زن
engine-wish-outside = کسی از وطن خودم نباشد
    .off = ✓ کسی از وطن خودم نباشد
engine-wish-unmet = حالا چنین کسی نیست که به زبان شما جواب بدهد. بدون این خواست جواب این‌طور می‌آید:
engine-person-by = حداکثر تا { $day }، ساعت { $time } (به وقت سویدن) جواب می‌گیرید.
engine-person-ask = از یک رهنمای صحت جواب می‌خواهم
engine-person-now = یک رهنمای صحت همین حالا کار می‌کند و نوشتهٔ شما را خوانده می‌تواند.
engine-person-present = یک رهنمای صحت همین حالا کار می‌کند. می‌خواهید یک نفر نوشتهٔ شما را بخواند؟ «گپ زدن با یک نفر» را انتخاب کنید.
engine-person-next = یک رهنمای صحت بار بعدی حداکثر تا { $day }، ساعت { $time } جواب می‌دهد.
engine-case = سوال شما منتظر یک رهنمای صحت است.
engine-case-held = سوال شما نزد { $name } است.
engine-case-interpreter = رهنما به شما جواب می‌دهد و یک ترجمان از راه تلفون به رهنما کمک می‌کند. ترجمان هم مکلفیت حفظ اسرار دارد.
engine-case-go-on = تا آن وقت می‌توانید از همه چیز دیگر استفاده کنید. می‌خواهید چیزی اضافه کنید؟ این‌جا بنویسید.
engine-case-done = دیگر به جواب ضرورت ندارم
engine-case-sent = سوال شما فرستاده شد.
engine-case-added = اضافه شد.
engine-case-again = می‌خواهم باز بپرسم
engine-case-claimed = { $name } سوال شما را خواند و این‌جا جواب می‌دهد.
engine-case-passed = سوال شما حالا به { $name } سپرده شد.
engine-case-returned = رهنمای صحت جواب داده نتوانست. سوال شما به رهنمای دیگر می‌رود.
engine-case-moved = جواب ناوقت می‌شود. معذرت می‌خواهیم.
engine-case-nobody = حالا کسی این‌جا جواب داده نمی‌تواند. زنگ بزنید: { $phone-1177 }.
engine-case-closed = گفتگو با رهنمای صحت ختم شد.
engine-call-me = می‌خواهم به من زنگ بزنند
engine-call-says =
    نمبر تلفون خود را این‌جا بنویسید. رهنما نمبر را فقط برای زنگ زدن به شما می‌بیند. وقتی گفتگوی شما با رهنما در این‌جا ختم شود، نمبر پاک می‌شود.

    اگر کس دیگری جواب بدهد، رهنما تلفون را قطع می‌کند و هیچ چیز نمی‌گوید.

    چه وقت زنگ زدن به شما بی‌خطر است؟ اول وقت را انتخاب کنید، بعد نمبر را بنویسید.
engine-call-morning = پیش از چاشت
    .off = ✓ پیش از چاشت
engine-call-afternoon = بعد از چاشت
    .off = ✓ بعد از چاشت
engine-call-any = هر وقت
    .off = ✓ هر وقت
engine-call-bad = این نمبر تلفون نیست. فقط عدد بنویسید. آنچه نوشتید، نگه داشته نمی‌شود.
engine-call-kept = رهنمای صحت به شما زنگ می‌زند. وقتی گفتگوی شما با رهنما در این‌جا ختم شود، نمبر شما پاک می‌شود.
engine-call-off = به من زنگ نزنید
engine-call-erased = نمبر شما پاک شد.
engine-from = 👤 { $name }، رهنمای صحت:
engine-from-interpreter = 👤 { $name }، رهنمای صحت، همراه ترجمان:
engine-changed = 👤 { $name } یک جواب را تغییر داد. حالا این جواب درست است:
engine-taken-back = 👤 { $name } یک جواب را پس گرفت. آن جواب دیگر درست نیست.
engine-said = { $text }
engine-voice = من پیام صوتی را شنیده نمی‌توانم. می‌خواهید یک نفر گوش کند؟
engine-photo = من عکس را دیده نمی‌توانم. می‌خواهید یک نفر ببیند؟ وقت عکس گرفتن نام و نمبر شخصی (personnummer) را با انگشت بپوشانید.
engine-give-voice = یک نفر گوش کند
engine-give-photo = یک نفر ببیند
engine-unopened = چیزی را که فرستادید، هیچ کس این‌جا باز کرده نمی‌تواند. لطفاً عکس یا پیام صوتی بفرستید، یا بنویسید.
engine-sound = صدای ثبت‌شده
engine-picture = عکس
engine-document = فایل (PDF)
engine-person-web = یک رهنمای صحت در چت وب به شما جواب می‌دهد، نه این‌جا. آنچه این‌جا می‌نویسید، نگه داشته نمی‌شود.
engine-person-web-open = باز کردن چت وب
engine-person-phone = یک رهنمای صحت در تلفون جواب می‌دهد، نه این‌جا.
