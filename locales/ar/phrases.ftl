### Ready replies of health guides: chosen in the guide's language, read in the contact's.

phrase-hello = مرحبًا! أعمل هنا في الإرشاد الصحي. أقرأ رسائلك.
phrase-thanks = شكرًا على رسالتك.
phrase-more = هل يمكنك إخباري بالمزيد؟
phrase-wait = سأبحث عن معلومة أحتاج إليها. ثم سأكتب لك مرة أخرى.
phrase-where-live = في أي بلدية (kommun) مكان سكنك؟
phrase-since-when = منذ متى هذا الحال؟
phrase-who-for = هل الأمر يخصك أم يخص شخصًا آخر؟
phrase-called-already = هل اتصلت بالمركز الصحي أو بالرقم { $phone-1177 } بشأن هذا الأمر؟
phrase-has-letter = هل وصلتك رسالة بالبريد أو موعد؟
phrase-language-ok = هل هذه اللغة مفهومة لك جيدًا؟
phrase-medical = أنا لا أعمل في التمريض ولا أستطيع إعطاء نصائح طبية. يمكنك الاتصال بالرقم { $phone-1177 }، حيث يجيب ممرضون وممرضات ليلًا ونهارًا. هل هناك خطر على الحياة؟ اتصل بالرقم { $phone-112 }.
phrase-call-centre = يمكنك الاتصال بمركزك الصحي (hälsocentral) وحجز موعد.
phrase-interpreter-right = الرعاية الصحية توفر مترجمًا شفويًا. يرجى ذكر لغتك عند الحجز.
phrase-free-of-charge = الكتابة إلينا لا تكلف شيئًا.
phrase-emergency-ward = هل يزداد الأمر سوءًا؟ اتصل بالرقم { $phone-112 }.
phrase-safe-now = هل أنت في أمان الآن؟
phrase-secrecy = عليّ واجب كتمان الأسرار (tystnadsplikt). لا أخبر الآخرين بما في رسائلك.
phrase-child-duty = إذا كان طفل يتعرض للأذى، يجب أن أخبر الخدمات الاجتماعية (socialtjänsten).
phrase-anything-else = هل لديك سؤال آخر؟
phrase-good-luck = أتمنى أن تسير الأمور على ما يرام.
phrase-come-back = يمكنك السؤال مرة أخرى في أي وقت.
