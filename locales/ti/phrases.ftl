### Ready replies of health guides: chosen in the guide's language, read in the contact's.

phrase-hello = ሰላም! ኣነ ኣማኻሪ ጥዕና እየ። እትጽሕፍዎ የንብብ ኣለኹ።
phrase-thanks = ምጽሓፍኩም የቐንየልና።
phrase-more = ተወሳኺ ክትነግሩኒ ትኽእሉ ዲኹም?
phrase-wait = ሓደ ነገር ከጻሪ ኣለኒ። እንደገና ክጽሕፈልኩም እየ።
phrase-where-live = ኣብ ኣየናይ ምምሕዳር ከተማ (kommun) ትነብሩ?
phrase-since-when = ካብ መዓስ ጀሚሩ ከምዚ?
phrase-who-for = ብዛዕባኹም ድዩ ወይስ ብዛዕባ ካልእ ሰብ?
phrase-called-already = ናብ ማእከል ክንክን ጥዕና ወይ { $phone-1177 } ድሮ ደዊልኩም ዲኹም?
phrase-has-letter = ደብዳበ ወይ ቆጸራ መጺእኩም ድዩ?
phrase-language-ok = እዚ ቋንቋ ጽቡቕ ትርድእዎ ዲኹም?
phrase-medical = ኣነ ነርስ ኣይኮንኩን፣ ሕክምናዊ ምኽሪ ክህብ ኣይክእልን። ናብ { $phone-1177 } ደውሉ፣ ኣብኡ ነርሳት ለይትን መዓልትን ይምልሱ። ህይወት ሰብ ኣብ ሓደጋ ድዩ? ናብ { $phone-112 } ደውሉ።
phrase-call-centre = ናብ ማእከል ክንክን ጥዕናኹም (hälsocentral) ደዊልኩም ቆጸራ ሓዙ።
phrase-interpreter-right = ክንክን ጥዕና ተርጓማይ ይሰርዕ። ቆጸራ ክትሕዙ ከለኹም እትዛረብዎ ቋንቋ ንገሩ።
phrase-free-of-charge = ናባና ምጽሓፍ ክፍሊት የብሉን።
phrase-emergency-ward = ይገድድ ኣሎ ድዩ? ናብ { $phone-112 } ደውሉ።
phrase-safe-now = ሕጂ ኣብ ውሑስ ቦታ ዲኹም ዘለኹም?
phrase-secrecy = ምስጢር ይዕቅብ እየ። እትጽሕፍዎ ንኻልእ ኣይነግርን።
phrase-child-duty = ቆልዓ ይጉዳእ እንተልዩ፣ ንማሕበራዊ ኣገልግሎት (socialtjänsten) ክነግር ኣለኒ።
phrase-anything-else = ካልእ ሕቶ ኣለኩም ድዩ?
phrase-good-luck = ከምዝፍታሕ ተስፋ እገብር።
phrase-come-back = ብዝደለኹምዎ ግዜ እንደገና ክትሓቱ ትኽእሉ ኢኹም።
