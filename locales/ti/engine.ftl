### The bot's own words: buttons and short messages that stand on every screen.

## Buttons

engine-emergency = ህጹጽ ሓገዝ
engine-person = ምስ ሰብ ምዝራብ
engine-menu = ዝርዝር
engine-language = ቋንቋ
engine-back = ንድሕሪት
engine-continue = ምቕጻል
engine-skip = ክነግር ኣይደልን
engine-more = ተወሳኺ ምርኣይ
# On emergency screens instead of Back
engine-resume = ካብ ዝነበርኩዎ ምቕጻል
# A button that leads to the end of a conversation
engine-finish = የቐንየለይ፣ እዚ ጥራይ እዩ
# A button that leads to a person
engine-ask-person = ሰብ ክሕግዘኒ እደሊ

## Languages

engine-choose-language = ቋንቋ ምረጹ
engine-own-name = { $name }
engine-globe = ካልእ ቋንቋታት
engine-globe-show =
    ነዞም ቃላት ኣብ መቐበሊ (reception) ኣርእይዎም፣ ወይ ብቴሌፎን በልዎም።
    .sentence = { $language } እዛረብ። ተርጓማይ የድልየኒ።
# The language of a web page
engine-page-language = ቋንቋ ናይቲ ገጽ፦ { $language }።

## Short messages

engine-danger = ህይወት ሰብ ኣብ ሓደጋ ድዩ? ሕጂ ናብ { $phone-112 } ደውሉ።
# Below the line above, where words may mean danger; .yes opens the emergency screen
engine-now = ሕጂ ድዩ ዘጋጥም ዘሎ?
    .yes = እወ፣ ሕጂ እዩ
# Quietly, above the numbers of lines that listen
engine-support = ምስ ሰብ ክትዛረቡ ትደልዩ ዲኹም? እዚኦም ይሰምዑኹም እዮም።
engine-not-understood = ዝጸሓፍኩምዎ ኣይተረድኣንን። በጃኹም ኣብ ታሕቲ ካብ ዘለዉ መጠወቒታት ሓደ ምረጹ።
engine-twice = ገና ኣይተረድኣንን። ካብ ሰብ ሓገዝ ክትረኽቡ ትኽእሉ ኢኹም።
engine-which = ኣየናይ ማለትኩም ኢኹም? ሓደ መጠወቒ ምረጹ።
engine-found = ብዛዕባ ሓደ ካብዚኦም ድዩ?
engine-offer = ብትግርኛ ክተንብቡ ትደልዩ ዲኹም?
engine-number = ካብ { $lowest } ክሳብ { $highest } ዘሎ ቁጽሪ ጽሓፉ።
engine-stale = እቲ መጠወቒ ድሕሪ ሕጂ ኣይሰርሕን እዩ። ሕጂ ኣብዚ ኣለኹም።
engine-moved = ተንብብዎ ዝነበርኩም ገጽ ሕጂ የለን። እቲ ኣዝዩ ዝቐርብ ገጽ እዚ እዩ።
engine-doubt = እዚ ተቐይሩ ክኸውን ይኽእል። ናብ { $phone-1177 } ደዊልኩም ሕተቱ።
engine-doubt-safety = ዝምልሰልኩም እንተዘይረኺብኩም፣ ናብ { $phone-112 } ደውሉ።
engine-unreviewed = ነዚ ጽሑፍ ክሳብ ሕጂ ሰብ ኣየረጋገጾን።
engine-thanks = የቐንየለይ። ብምንጋርኩም ጽቡቕ ጌርኩም።
engine-unknown = ዘይፍለጥ ቦታ
engine-helped =
    እዚ ሓጊዙኩም ዶ?
    .yes = እወ
    .no = ኣይፋል፣ ተወሳኺ ሓገዝ የድልየኒ
engine-nobody =
    ሕጂ ኣብዚ ቻት ክምልስ ዝኽእል ኣማኻሪ ጥዕና (hälsoguide) የለን።

    ናብ { $phone-1177 } ደውሉ። ኣብኡ ነርስታት ለይትን መዓልትን ይምልሱ። ነዞም ቃላት በሉ፦
    .sentence = ሰላም! ሓገዝ የድልየኒ። { $language } እዛረብ። ተርጓማይ የድልየኒ።
    .sentence-heard = ሄይ! ያግ በሆቨር የልፕ። ያግ ታላር ትግሪንስካ። ያግ በሆቨር ቶልክ።

## Places and opening hours

engine-hours-open = ሕጂ ክፉት እዩ
engine-hours-closed = ሕጂ ዕጹው እዩ
engine-hours-always = ለይትን መዓልትን ክፉት
engine-hours-unknown = መዓስ ከም ዝኽፈት ኣይፈልጥን። ቅድም ደውሉ።
# The place has neither opening hours nor a phone number
engine-hours-ask = መዓስ ከም ዝኽፈት ኣይፈልጥን፣ ቁጽሪ ቴሌፎን እውን የብለይን። ኣብ ኮሙንኩም (kommun) ሕተቱ። ብዛዕባ ክንክን ጥዕና ድዩ? ናብ { $phone-1177 } ደውሉ።
engine-closed-until = ሕጂ ዕጹው እዩ። { $day } ሰዓት { $time } (ናይ ሽወደን ሰዓት) ይኽፈት።
engine-address-unknown = ኣድራሻኡ ኣይፈልጦን።
engine-place-phone = ቴሌፎን
engine-place-web = መርበብ ሓበሬታ
engine-place-doubt = እዚ ሓበሬታ ኣረጊት ክኸውን ይኽእል። ቅድሚ ምኻድኩም ኣረጋግጹ።
engine-distance = ኣስታት { $number } ኪሎሜተር ይርሕቕ
engine-map = ኣብ ካርታ ምርኣይ

## Telegram

engine-restart = ካብ መጀመርታ ምጅማር
engine-forget = ኩሉ ብዛዕባይ ዘሎ ምድምሳስ
engine-forgotten = ኣብዚ ብዛዕባኹም ዝነበረ ኩሉ ተደምሲሱ ኣሎ። ነቲ ኣብ ቴሌፎንኩም ዘሎ ቻት ባዕልኹም ክትድምስስዎ ትኽእሉ።
engine-bar = እዞም መጠወቕታት ኩሉ ግዜ ኣብ ታሕቲ ኣለዉ።
engine-media = ክሳብ ሕጂ ኣብዚ ናይ ድምጺ መልእኽቲ ክሰምዕ ወይ ስእሊ ክርኢ ዝኽእል የለን። ጽሓፉ ወይ ሓደ መጠወቒ ምረጹ።
engine-private = ኣብ ጉጅለ ዘይኮነስ፣ ብውልቂ ናባይ ጽሓፉ።
engine-late = ነዚ መልእኽቲ ብ{ $day } ሰዓት { $time } (ናይ ሽወደን ሰዓት) ጽሒፍኩምዎ። ቅድሚ ሕጂ ክምልሰልኩም ኣይከኣልኩን።
engine-resumed = ንገለ ግዜ መልእኽቲ ክሰደልኩም ኣይከኣልኩን። ሕጂ ኣብዚ ኣለኹም።
engine-privacy = ብዛዕባይ እንታይ ትፈልጡ?
engine-privacy-says =
    ስምኩም ኣይፈልጥን። ቁጽሪ ቴሌፎንኩም የብለይን።

    ብዛዕባኹም ዝዓቀብክዎ እዚ እዩ፦
engine-privacy-language = ቋንቋ፦ { $language }
engine-privacy-place = ኮሙን (kommun)፦ { $municipality }
engine-privacy-status = ኩነታትኩም፦ “{ $status }”
engine-privacy-more = ብዝሒ ካልኦት ዝሃብኩምዎም መልስታት፦ { $number }
engine-privacy-position = ኣብ ካርታ ዝሰደድኩምለይ ቦታ
engine-privacy-call = ክድወለልኩም ዝሓተትኩምሉ ቁጽሪ ቴሌፎን
engine-privacy-kept =
    ዝዓቀብክዎ ኩሉ ተቖሊፉ ኣሎ። መፍትሑ ኣብ ኢድ እቲ ሓላፊ ናይዚ ኣገልግሎት ዝኾነ ዞባ (region) ኣሎ።
    ንስኹምን ኣነን ዝበልናዮ ድሕሪ { $days-said } ይድምሰስ።

    ን{ $days-silent } ካባኹም ዋላ ሓደ ነገር እንተዘይመጺኡኒ፣ ኩሉ ብዛዕባኹም ዘሎ እድምስሶ።
    እቲ ንኣማኻሪ ጥዕና ዝሓተትኩምዎ ሕቶ ግና ክሳብ እቲ ዝርርብ ዝውዳእ ይጸንሕ።

    ድሕሪ ምድምሳስ፣ ቅዳሓት ናይቲ መፍትሕ ን{ $days-backup } ይጸንሑ። ድሕሪኡ ነቲ ዝተደምሰሰ ዋላ ሓደ ሰብ ከንብቦ ኣይክእልን።

## A person instead of the bot

engine-person-says =
    ኣማኻሪ ጥዕና (hälsoguide) ኣብዚ ይምልሰልኩም። ኣማኻሪ ጥዕና ይገልጸልኩም፣ ናብ ክንክን ጥዕና ክትበጽሑ እውን ይሕግዘኩም። ግን ነርስ ኣይኮነን፣ ሕክምናዊ ምኽሪ እውን ኣይህብን።

    ኣማኻሪ ጥዕና ግዴታ ምስጢር ምሕላው (tystnadsplikt) ኣለዎ። ሓደ ፍሉይ ኩነት ኣሎ፦ ቆልዓ ዝጉዳእ ዘሎ እንተኾይኑ።

    ሕቶኹም ኣብዚ ጽሓፉ። ወይ ነቲ መጠወቒ ጠውቑ፣ ሽዑ ኣማኻሪ ጥዕና ክሓተኩም እዩ።
engine-guide-woman = { $name }፣ ጓል ኣንስተይቲ፣ ቋንቋ፦ { $language }
engine-guide-man = { $name }፣ ወዲ ተባዕታይ፣ ቋንቋ፦ { $language }
engine-interpreter =
    ቋንቋኹም ዝዛረብ ኣማኻሪ ጥዕና የለን። ኣማኻሪ ጥዕና ይምልሰልኩም፣ ተርጓማይ ከኣ ብቴሌፎን ይሕግዞ። ተርጓማይ ነቲ ሕቶኹም የንብቦ ወይ ይሰምዖ። ተርጓማይ እውን ግዴታ ምስጢር ምሕላው ኣለዎ።
engine-wish-woman = ጓል ኣንስተይቲ ጥራይ
    .off = ✓ ጓል ኣንስተይቲ ጥራይ
engine-wish-outside = ካብ ሃገረይ ዘይኮነ ሰብ
    .off = ✓ ካብ ሃገረይ ዘይኮነ ሰብ
engine-wish-unmet = ከምኡ ዝበለ ብቋንቋኹም ክምልስ ዝኽእል ሰብ ሕጂ የለን። ብዘይ እዚ ድሌት መልሲ ከምዚ ይመጽእ፦
engine-person-by = እንተደንጐየ ክሳብ { $day } ሰዓት { $time } (ናይ ሽወደን ሰዓት) መልሲ ክትረኽቡ ኢኹም።
engine-person-ask = ኣማኻሪ ጥዕና ክምልስ ምሕታት
engine-person-now = ኣማኻሪ ጥዕና ሕጂ ይሰርሕ ኣሎ፣ እትጽሕፍዎ ከንብቦ ይኽእል እዩ።
engine-person-present = ኣማኻሪ ጥዕና ሕጂ ይሰርሕ ኣሎ። እትጽሕፍዎ ሰብ ከንብቦ ትደልዩ ዲኹም? «ምስ ሰብ ምዝራብ» ምረጹ።
engine-person-next = ኣማኻሪ ጥዕና ዝቕጽል ግዜ እንተደንጐየ ክሳብ { $day } ሰዓት { $time } (ናይ ሽወደን ሰዓት) ክምልስ እዩ።
engine-case = ሕቶኹም ንኣማኻሪ ጥዕና ይጽበ ኣሎ።
engine-case-held = ሕቶኹም ምስ { $name } ኣሎ።
engine-case-interpreter = ኣማኻሪ ጥዕና ይምልሰልኩም፣ ተርጓማይ ከኣ ብቴሌፎን ይሕግዞ። ተርጓማይ እውን ግዴታ ምስጢር ምሕላው ኣለዎ።
engine-case-go-on = ክሳብ ሽዑ ብኻልእ ኩሉ ክትጥቀሙ ትኽእሉ። ክትውስኽዎ እትደልዩ ነገር ኣሎ ድዩ? ኣብዚ ጽሓፍዎ።
engine-case-done = ድሕሪ ሕጂ መልሲ ኣየድልየንን እዩ
engine-case-sent = ሕቶኹም ተላኢኹ።
engine-case-added = ተወሲኹ።
engine-case-again = እንደገና ክሓትት እደሊ
engine-case-claimed = ሕቶኹም ተነቢቡ ኣሎ። መልሲ ካብ { $name } ኣብዚ ክመጸኩም እዩ።
engine-case-passed = ሕቶኹም ሕጂ ናብ { $name } ሓሊፉ ኣሎ።
engine-case-returned = ኣማኻሪ ጥዕና ክምልስ ኣይከኣለን። ሕቶኹም ናብ ካልእ ኣማኻሪ ጥዕና ይኸይድ ኣሎ።
engine-case-moved = መልሲ ደንጕዩ ኣሎ። ይቕሬታ ንሓትት።
engine-case-nobody = ሕጂ ኣብዚ ክምልስ ዝኽእል ሰብ የለን። ናብ { $phone-1177 } ደውሉ።
engine-case-closed = እቲ ምስ ኣማኻሪ ጥዕና ዝነበረ ዝርርብ ተወዲኡ።
engine-call-me = ክድወለለይ ምሕታት
engine-call-says =
    ቁጽሪ ቴሌፎንኩም ኣብዚ ጽሓፉ። ኣማኻሪ ጥዕና ነቲ ቁጽሪ ክድውለልኩም ጥራይ ይርእዮ። እቲ ኣብዚ ምስ ኣማኻሪ ጥዕና ዘሎ ዝርርብኩም ምስ ተወድአ፣ እቲ ቁጽሪ ይድምሰስ።

    ካልእ ሰብ ነቲ ቴሌፎን እንተ ኣልዒሉዎ፣ ኣማኻሪ ጥዕና ይዓጽዎ፣ ዋላ ሓንቲ ኣይብልን።

    መዓስ ክድወለልኩም ውሑስ እዩ? መጀመርያ ግዜ ምረጹ፣ ድሕሪኡ ነቲ ቁጽሪ ጽሓፉ።
engine-call-morning = ቅድሚ ቀትሪ
    .off = ✓ ቅድሚ ቀትሪ
engine-call-afternoon = ድሕሪ ቀትሪ
    .off = ✓ ድሕሪ ቀትሪ
engine-call-any = ኣብ ዝኾነ ግዜ
    .off = ✓ ኣብ ዝኾነ ግዜ
engine-call-bad = እዚ ቁጽሪ ቴሌፎን ኣይኮነን። ቁጽርታት ጥራይ ጽሓፉ። ዝጸሓፍኩምዎ ኣይዕቀብን።
engine-call-kept = ኣማኻሪ ጥዕና ክድውለልኩም እዩ። እቲ ኣብዚ ምስ ኣማኻሪ ጥዕና ዘሎ ዝርርብኩም ምስ ተወድአ፣ ቁጽርኹም ይድምሰስ።
engine-call-off = ኣይትደውሉለይ
engine-call-erased = ቁጽርኹም ተደምሲሱ።
engine-from = 👤 { $name }፣ ኣማኻሪ ጥዕና፦
engine-from-interpreter = 👤 { $name }፣ ኣማኻሪ ጥዕና፣ ምስ ተርጓማይ፦
engine-changed = 👤 ካብ { $name } ዝመጸ ሓደ መልሲ ተቐይሩ ኣሎ። ሕጂ እቲ ቅኑዕ መልሲ እዚ እዩ፦
engine-taken-back = 👤 ካብ { $name } ዝመጸ ሓደ መልሲ ተሰሪዙ ኣሎ። እቲ መልሲ ድሕሪ ሕጂ ቅኑዕ ኣይኮነን።
engine-said = { $text }
engine-voice = ናይ ድምጺ መልእኽቲ ክሰምዕ ኣይክእልን። ሰብ ክሰምዖ ትደልዩ ዲኹም?
engine-photo = ስእሊ ክርኢ ኣይክእልን። ሰብ ክርእዮ ትደልዩ ዲኹም? ክትስእሉ ከለኹም ስምን ቁጽሪ መንነትን (personnummer) ብዓባይ ኣጻብዕቲ ሸፍንዎ።
engine-give-voice = ሰብ ክሰምዖ ምፍቃድ
engine-give-photo = ሰብ ክርእዮ ምፍቃድ
engine-unopened = ነቲ ዝሰደድኩምዎ ኣብዚ ክኸፍቶ ዝኽእል ሰብ የለን። ስእሊ ወይ ናይ ድምጺ መልእኽቲ ስደዱ፣ ወይ ጽሓፉ።
engine-sound = ዝተቐድሐ ድምጺ
engine-picture = ስእሊ
engine-document = ፋይል (PDF)
engine-person-web = ኣማኻሪ ጥዕና ኣብ ናይ መርበብ ቻት ይምልሰልኩም፣ ኣብዚ ኣይኮነን። ኣብዚ እትጽሕፍዎ ኣይዕቀብን።
engine-person-web-open = ናይ መርበብ ቻት ምኽፋት
engine-person-phone = ኣማኻሪ ጥዕና ብቴሌፎን ይምልስ፣ ኣብዚ ኣይኮነን።
