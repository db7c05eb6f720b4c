emergency = ህጹጽ ረድኤት

emergency-first =
    ህይወት ሰብ ኣብ ሓደጋ ድዩ? ደውሉ፦ { $phone-112 }

    እንታይ ከም ዘጋጠመ ንገሩ። ኣበይ ከም ዘለኹም ንገሩ።

    ብዙሕ ይሓቱ። ሓገዝ ግን ኣይድንጉን።
    .ambulance = ኣምቡላንስ የድልየኒ።
    .ambulance-heard = ያግ በሆቨር ኣምቡላንስ።
    .address = ኣድራሻ … እዩ።
    .address-heard = ኣድሬሰን ኤር …
    .i-speak = { $language } እዛረብ።
    .i-speak-heard = ያግ ታላር ትግሪንስካ።
    .poison = ሓደ ሰብ መርዚ ወሲዱ
    .suicide = ክነብር ሓይሊ የብለይን
    .violence = ድሕነት ኣይስምዓንን

emergency-poison =
    ደውሉ፦ { $phone-112 }

    ናይ መርዚ ሓበሬታ (Giftinformation) ሕተቱ። እንታይ ከም ዘጋጠመ ንገሩ።

    እቲ ሰብ ምስትንፋስ ኣጸጊምዎ፣ ኣይነቅሕን ወይ ይንፍርፈር ድዩ? ኣምቡላንስ ከም ዘድሊ ንገሩ።
    .poison-help = ምስ ናይ መርዚ ሓበሬታ (Giftinformation) ክዛረብ እደሊ።
    .poison-help-heard = ያግ ቪል ታላ ሜድ ዪፍት-ኢንፎርማሹን።
    .ambulance = ኣምቡላንስ የድልየኒ።
    .ambulance-heard = ያግ በሆቨር ኣምቡላንስ።
    .address = ኣድራሻ … እዩ።
    .address-heard = ኣድሬሰን ኤር …

emergency-suicide =
    ንርእስኹም ክትጎድኡ ዲኹም? ደውሉ፦ { $phone-112 }

    በይንኹም ኣይትኹኑ። ሰብ ምሳኹም ክኸውን ሕተቱ።

    ደዊልኩም ምስ ሰብ ክትዛረቡ እውን ትኽእሉ። ሓገዝ ኣሎ።
    .help = ክነብር ኣይደልን። ሕጂ ሓገዝ የድልየኒ።
    .help-heard = ያግ ቪል ኢንተ ሌቫ። ያግ በሆቨር የልፕ ኑ።
    .address = ኣድራሻ … እዩ።
    .address-heard = ኣድሬሰን ኤር …
    .i-speak = { $language } እዛረብ።
    .i-speak-heard = ያግ ታላር ትግሪንስካ።

emergency-violence =
    ሕጂ ሓደጋ ኣሎ ድዩ? ደውሉ፦ { $phone-112 }

    ናትኩም ጌጋ ኣይኮነን። ሓገዝ ክትረኽቡ ትኽእሉ። ኣብ ኮሙንኩም ዘሎ ቤትስልጣን ማሕበራዊ ጉዳያት (socialtjänsten) እውን ክሕግዘኩምን ክሕልወኩምን ይኽእል።

    መስመር ሓገዝ ደቂ ኣንስትዮ (Kvinnofridslinjen) ብነጻ እዩ፣ ኣብ ወረቐት ክፍሊት ቴሌፎን ኣይርአን። ስምኩም ክትነግሩ ኣየድልየኩምን። እቲ ቁጽሪ ኣብ ቴሌፎንኩም ክርአ ይኽእል።
    .police = ፖሊስ የድልየኒ።
    .police-heard = ያግ በሆቨር ፖሊስ።
    .address = ኣድራሻ … እዩ።
    .address-heard = ኣድሬሰን ኤር …
    .interpreter = ተርጓማይ የድልየኒ። { $language } እዛረብ።
    .interpreter-heard = ያግ በሆቨር ቶልክ። ያግ ታላር ትግሪንስካ።
