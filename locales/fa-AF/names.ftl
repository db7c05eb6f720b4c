### Names that the engine needs: facts, statuses, places, languages and units.

fact-phone-112 = نمبر عاجل
fact-phone-1177 = مشورهٔ صحی
fact-phone-1177-abroad = مشورهٔ صحی، از تلفون خارجی
fact-phone-kvinnofrid = خط کمک زنان (Kvinnofridslinjen)
fact-phone-terrafem = برای زنان، به چندین زبان (Terrafem)
fact-phone-sjalvmordslinjen = جلوگیری از خودکشی (Självmordslinjen)
fact-phone-bris = برای اطفال و جوانان (Bris)
fact-web-1177 = ویب‌سایت مراقبت صحی
fact-web-rodakorset = صلیب سرخ (Röda Korset) تداوی بدون اسناد
fact-web-lakare-i-varlden = داکتران جهان (Läkare i Världen)

status-asylum-seeker = پناهجو هستم
status-temporary-protection = حفاظت موقتی دارم (اوکراین)
status-permit = اجازهٔ اقامت دارم
status-undocumented = اسناد اقامت ندارم
status-eu = از کشور اتحادیهٔ اروپا هستم
status-relative = به خاطر فامیلم اجازهٔ اقامت دارم
status-unknown = نمی‌دانم یا نمی‌خواهم بگویم

kind-meeting-place = محل ملاقات (mötesplats)
kind-family-centre = مرکز فامیل (familjecentral)
kind-open-preschool = کودکستان باز (öppen förskola)
kind-language-friend = دوست زبانی (språkvän)
kind-youth-clinic = مشاوره برای جوانان (ungdomsmottagning)
kind-health-centre = مرکز صحی (hälsocentral / vårdcentral)
kind-volunteer-clinic = کلینیک رضاکاران
kind-social-services = خدمات اجتماعی (socialtjänst)
kind-emergency-department = بخش عاجل شفاخانه (akutmottagning)

region-jamtland-harjedalen = یمتلند هریدالن (Jämtland Härjedalen)
municipality-are = اوره (Åre)
municipality-berg = بَری (Berg)
municipality-bracke = برِکه (Bräcke)
municipality-harjedalen = هریدالن (Härjedalen)
municipality-krokom = کروکوم (Krokom)
municipality-ostersund = اوسترسوند (Östersund)
municipality-ragunda = راگوندا (Ragunda)
municipality-stromsund = سترومسوند (Strömsund)

language-sv = سویدنی
language-en = انگلیسی
language-ar = عربی
language-fa-af = دری
language-ti = تیگرینیایی
language-fa = فارسی
language-so = سومالیایی
language-uk = اوکراینی

unit-fee = { $count ->
    [one] { $number } کرون
   *[other] { $number } کرون
}
unit-age = { $count ->
    [one] { $number } سال
   *[other] { $number } سال
}
unit-days = { $count ->
    [one] { $number } روز
   *[other] { $number } روز
}
unit-weeks = { $count ->
    [one] { $number } هفته
   *[other] { $number } هفته
}
unit-months = { $count ->
    [one] { $number } ماه
   *[other] { $number } ماه
}
unit-hours = { $count ->
    [one] { $number } ساعت
   *[other] { $number } ساعت
}
unit-minutes = { $count ->
    [one] { $number } دقیقه
   *[other] { $number } دقیقه
}
unit-percent = { $count ->
    [one] { $number } فیصد
   *[other] { $number } فیصد
}
unit-count = { $count ->
    [one] { $number }
   *[other] { $number }
}
