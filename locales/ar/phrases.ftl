### Ready replies of health guides: chosen in the guide's language, read in the contact's.

phrase-hello = مرحبًا! أنا مرشد صحي. أقرأ ما تكتبه.
phrase-thanks = شكرًا على الكتابة.
phrase-more = هل يمكنك أن تخبرني بالمزيد؟
phrase-wait = أحتاج إلى معرفة شيء. سأكتب لك مرة أخرى.
phrase-where-live = في أي بلدية (kommun) تسكن؟
phrase-since-when = منذ متى هذا الحال؟
phrase-who-for = هل الأمر يخصك أم يخص شخصًا آخر؟
phrase-called-already = هل اتصلت بالمركز الصحي أو بالرقم { $phone-1177 } من قبل؟
phrase-has-letter = هل وصلتك رسالة أو موعد؟
phrase-language-ok = هل تفهم هذه اللغة جيدًا؟
phrase-medical = أنا لست ممرضًا ولا أستطيع إعطاء نصائح طبية. اتصل بالرقم { $phone-1177 }، حيث يجيب ممرضون ليلًا ونهارًا. هل هناك خطر على الحياة؟ اتصل بالرقم { $phone-112 }.
phrase-call-centre = اتصل بمركزك الصحي (hälsocentral) واحجز موعدًا.
phrase-interpreter-right = الرعاية الصحية توفر مترجمًا شفويًا. اذكر لغتك عند الحجز.
phrase-free-of-charge = الكتابة إلينا لا تكلف شيئًا.
phrase-emergency-ward = هل يزداد الأمر سوءًا؟ اتصل بالرقم { $phone-112 }.
phrase-safe-now = هل أنت في أمان الآن؟
phrase-secrecy = أنا ملزم بكتمان الأسرار. لا أخبر أحدًا بما تكتبه.
phrase-child-duty = إذا كان طفل يتعرض للأذى، يجب أن أخبر الخدمات الاجتماعية (socialtjänsten).
phrase-anything-else = هل لديك سؤال آخر؟
phrase-good-luck = أتمنى أن تسير الأمور على ما يرام.
phrase-come-back = يمكنك أن تسأل مرة أخرى في أي وقت.
