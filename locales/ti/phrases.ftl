### Ready replies of health guides: chosen in the guide's language, read in the contact's.

phrase-hello = ሰላም! ኣነ ኣማኻሪ ጥዕና እየ። እትጽሕፍዎ የንብቦ ኣለኹ።
phrase-thanks = ስለ ዝጸሓፍኩም የቐንየለይ።
phrase-more = ተወሳኺ ክትነግሩኒ ትኽእሉ ዲኹም?
phrase-wait = ሓደ ነገር ከጻሪ ኣለኒ። እንደገና ክጽሕፈልኩም እየ።
phrase-where-live = ኣብ ኣየናይ ኮሙን (kommun) ትነብሩ?
phrase-since-when = ካብ መዓስ ጀሚሩ እዩ ከምዚ ኮይኑ?
phrase-who-for = ብዛዕባኹም ድዩ ወይስ ብዛዕባ ካልእ ሰብ?
phrase-called-already = ናብ ማእከል ክንክን ጥዕና ወይ ናብ { $phone-1177 } ድሮ ደዊልኩም ዶ?
phrase-has-letter = ደብዳበ ወይ ቆጸራ መጺኡኩም ዶ?
phrase-language-ok = ነዚ ቋንቋ ጽቡቕ ጌርኩም ትርድእዎ ዲኹም?
phrase-medical = ኣነ ነርስ ኣይኮንኩን፣ ሕክምናዊ ምኽሪ ክህብ ኣይክእልን። ናብ { $phone-1177 } ደውሉ፣ ኣብኡ ነርስታት ለይትን መዓልትን ይምልሱ። ህይወት ሰብ ኣብ ሓደጋ ድዩ? ናብ { $phone-112 } ደውሉ።
phrase-call-centre = ናብ ናትኩም ማእከል ክንክን ጥዕና (hälsocentral) ደዊልኩም ቆጸራ ሓዙ።
phrase-interpreter-right = ሰራሕተኛታት ክንክን ጥዕና ተርጓማይ የዳልዉልኩም። ቆጸራ ክትሕዙ ከለኹም እትዛረብዎ ቋንቋ ንገሩ።
phrase-free-of-charge = ናባና ምጽሓፍ ክፍሊት የብሉን።
phrase-emergency-ward = ይገድድ ኣሎ ድዩ? ናብ { $phone-112 } ደውሉ።
phrase-safe-now = ሕጂ ኣብ ውሑስ ቦታ ዲኹም ዘለኹም?
phrase-secrecy = ግዴታ ምስጢር ምሕላው (tystnadsplikt) ኣለኒ። እትጽሕፍዎ ንኻልእ ሰብ ኣይነግርን።
phrase-child-duty = ቆልዓ ዝጉዳእ ዘሎ እንተኾይኑ፣ ንቤትስልጣን ማሕበራዊ ጉዳያት (socialtjänsten) ክነግር ኣለኒ።
phrase-anything-else = ካልእ ሕቶ ኣለኩም ድዩ?
phrase-good-luck = ከም ዝፍታሕ ተስፋ እገብር።
phrase-come-back = ብዝደለኹምዎ ግዜ እንደገና ክትሓቱ ትኽእሉ ኢኹም።
