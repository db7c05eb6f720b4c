### Names that the engine needs: facts, statuses, places, languages and units.

fact-phone-112 = رقم الطوارئ
fact-phone-1177 = مشورة صحية
fact-phone-1177-abroad = مشورة صحية، من هاتف أجنبي
fact-phone-kvinnofrid = خط دعم النساء (Kvinnofridslinjen)
fact-phone-terrafem = دعم للنساء بلغات كثيرة (Terrafem)
fact-phone-sjalvmordslinjen = خط منع الانتحار (Självmordslinjen)
fact-phone-bris = خط الأطفال والشباب (Bris)
fact-web-1177 = الموقع الإلكتروني للرعاية الصحية
fact-web-rodakorset = الصليب الأحمر (Röda Korset)، رعاية بلا أوراق
fact-web-lakare-i-varlden = أطباء العالم (Läkare i Världen)

status-asylum-seeker = أطلب اللجوء
status-temporary-protection = لدي حماية مؤقتة (أوكرانيا)
status-permit = لدي تصريح إقامة
status-undocumented = ليست لدي أوراق
status-eu = أنا من بلد في الاتحاد الأوروبي
status-relative = لدي تصريح إقامة عبر لمّ الشمل
status-unknown = لا أعرف أو لا أريد أن أقول

kind-meeting-place = مكان لقاء (mötesplats)
kind-family-centre = مركز الأسرة (familjecentral)
kind-open-preschool = روضة مفتوحة (öppen förskola)
kind-language-friend = صديق لغة (språkvän)
kind-youth-clinic = عيادة الشباب (ungdomsmottagning)
kind-health-centre = مركز صحي (hälsocentral / vårdcentral)
kind-volunteer-clinic = عيادة مع متطوعين
kind-social-services = الخدمات الاجتماعية (socialtjänst)
kind-emergency-department = قسم الطوارئ (akutmottagning)

region-jamtland-harjedalen = يمتلاند هاريدالن (Jämtland Härjedalen)
municipality-are = أوره (Åre)
municipality-berg = بيري (Berg)
municipality-bracke = بريكه (Bräcke)
municipality-harjedalen = هاريدالن (Härjedalen)
municipality-krokom = كروكوم (Krokom)
municipality-ostersund = أوسترسوند (Östersund)
municipality-ragunda = راغوندا (Ragunda)
municipality-stromsund = سترومسوند (Strömsund)

language-sv = السويدية
language-en = الإنجليزية
language-ar = العربية
language-fa-af = الدرية
language-ti = التغرينية
language-fa = الفارسية
language-so = الصومالية
language-uk = الأوكرانية

unit-fee = { $count ->
    [zero] { $number } كرونة
    [one] { $number } كرونة
    [two] { $number } كرونة
    [few] { $number } كرونات
    [many] { $number } كرونة
   *[other] { $number } كرونة
}
unit-age = { $count ->
    [zero] { $number } سنة
    [one] { $number } سنة
    [two] { $number } سنة
    [few] { $number } سنوات
    [many] { $number } سنة
   *[other] { $number } سنة
}
unit-days = { $count ->
    [zero] { $number } يوم
    [one] { $number } يوم
    [two] { $number } يوم
    [few] { $number } أيام
    [many] { $number } يومًا
   *[other] { $number } يوم
}
unit-weeks = { $count ->
    [zero] { $number } أسبوع
    [one] { $number } أسبوع
    [two] { $number } أسبوع
    [few] { $number } أسابيع
    [many] { $number } أسبوعًا
   *[other] { $number } أسبوع
}
unit-months = { $count ->
    [zero] { $number } شهر
    [one] { $number } شهر
    [two] { $number } شهر
    [few] { $number } أشهر
    [many] { $number } شهرًا
   *[other] { $number } شهر
}
unit-hours = { $count ->
    [zero] { $number } ساعة
    [one] { $number } ساعة
    [two] { $number } ساعة
    [few] { $number } ساعات
    [many] { $number } ساعة
   *[other] { $number } ساعة
}
unit-minutes = { $count ->
    [zero] { $number } دقيقة
    [one] { $number } دقيقة
    [two] { $number } دقيقة
    [few] { $number } دقائق
    [many] { $number } دقيقة
   *[other] { $number } دقيقة
}
unit-percent = { $count ->
    [zero] { $number } بالمئة
    [one] { $number } بالمئة
    [two] { $number } بالمئة
    [few] { $number } بالمئة
    [many] { $number } بالمئة
   *[other] { $number } بالمئة
}
unit-count = { $count ->
    [zero] { $number }
    [one] { $number }
    [two] { $number }
    [few] { $number }
    [many] { $number }
   *[other] { $number }
}
