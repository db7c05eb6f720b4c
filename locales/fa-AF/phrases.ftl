### Ready replies of health guides: chosen in the guide's language, read in the contact's.

phrase-hello = سلام! من رهنمای صحت هستم. نوشتهٔ شما را می‌خوانم.
phrase-thanks = تشکر که نوشتید.
phrase-more = می‌توانید بیشتر بگویید؟
phrase-wait = باید دربارهٔ چیزی معلومات بگیرم. باز به شما می‌نویسم.
phrase-where-live = در کدام شاروالی (kommun) زندگی می‌کنید؟
phrase-since-when = از چه وقت این‌طور است؟
phrase-who-for = این دربارهٔ خودتان است یا کسی دیگر؟
phrase-called-already = آیا قبلاً به مرکز صحی یا { $phone-1177 } زنگ زده‌اید؟
phrase-has-letter = آیا برای شما نامه یا وقت ملاقات آمده است؟
phrase-language-ok = این زبان را خوب می‌فهمید؟
phrase-medical = من نرس نیستم و مشورهٔ طبی داده نمی‌توانم. به { $phone-1177 } زنگ بزنید، آن‌جا نرس‌ها شب و روز جواب می‌دهند. خطر مرگ است؟ زنگ بزنید: { $phone-112 }.
phrase-call-centre = به مرکز صحی (hälsocentral) خود زنگ بزنید و وقت بگیرید.
phrase-interpreter-right = خدمات صحی برای شما ترجمان پیدا می‌کند. وقتی وقت می‌گیرید، بگویید به کدام زبان گپ می‌زنید.
phrase-free-of-charge = نوشتن به ما مصرف ندارد.
phrase-emergency-ward = وضع بدتر می‌شود؟ زنگ بزنید: { $phone-112 }.
phrase-safe-now = همین حالا در امان هستید؟
phrase-secrecy = من مکلفیت حفظ اسرار (tystnadsplikt) دارم. نوشتهٔ شما را به دیگران نمی‌گویم.
phrase-child-duty = اگر یک طفل آسیب می‌بیند، باید به خدمات اجتماعی (socialtjänsten) خبر بدهم.
phrase-anything-else = سوال دیگر هم دارید؟
phrase-good-luck = امیدوارم که حل شود.
phrase-come-back = هر وقت خواستید، می‌توانید باز بپرسید.
