costs = ዋጋ ክንክን ጥዕና ክንደይ እዩ?

costs-status =
    እቲ ዋጋ በቲ ኣብ ሽወደን ዘለኩም ወረቐት ይውሰን። ንዓኹም ኣየናይ ይምልከት?

    ክትምልሱ ኣየድልየኩምን። ዝኾነ ኣማኻሪ ጥዕና (hälsoguide) ነቲ መልሲ ክርእዮ ኣይክእልን።

costs-personnummer =
    ናይ ሽወደን ቁጽሪ መንነት (personnummer) ተዋሂቡኩም ዶ? ኣብዚ ኣይትጽሓፍዎ።
    .have-number = እወ፣ personnummer ኣለኒ
    .no-number = ኣይፋል፣ ገና ኣይተዋህበንን

costs-low-fee =
    ኣብ ማእከል ክንክን ጥዕና ({ $word-health-centre }) ሓኪም ክትርእዩ { $fee-doctor-low } ትኸፍሉ።

    ድሕሪ ሪፈራል (remiss)፣ ነርስ ወይ ወሃቢ ምኽሪ (kurator) ክትርእዩ { $fee-other-low } ትኸፍሉ። ሪፈራል ካብ ሓኪም ናብ ካልእ ክሊኒክ ዝለኣኽ ደብዳበ እዩ።

    ዋጋ ክፍሊ ህጹጽ ረድኤት (akutmottagning) ካብ ዞባ ናብ ዞባ ይፈላለ። ህይወት ሰብ ኣብ ሓደጋ ድዩ? ናብ { $phone-112 } ደውሉ።
    .card = እንታይ ከርኢ?
    .without-papers = ዘርእዮ ካርድ የብለይን
    .free-care = እንታይ ብነጻ እዩ?
    .medicines = ዋጋ መድሃኒት ክንደይ እዩ?
    .children = ዋጋ ንቆልዑ ክንደይ እዩ?

costs-card =
    ካርድ LMA ({ $word-lma-card })፣ ካርድ UT ({ $word-ut-card }) ወይ ቅብሊት ኣርእዩ። ኣብ ክንክን ጥዕናን ኣብ ፋርማሲን (apotek) ኣርእይዎ።

    እንተዘይኮነ፣ ምሉእ ዋጋ ክትከፍሉ ክትሕተቱ ትኽእሉ።
    .money-back = ገንዘብ ክምለሰለይ ይኽእል ዶ?

costs-money-back =
    ኣብ ውሽጢ { $months-special-grant } ካብ { $fee-special-grant } ንላዕሊ ከፊልኩም ዶ? ሽዑ ካብ ሚግራሾንስቨርከት (Migrationsverket) ገንዘብ ክምለሰልኩም ከተመልክቱ ትኽእሉ።

    እዚ ንምብጻሕ ሓኪም፣ ንጉዕዞ ናብ ክንክን ጥዕና፣ ብናይ ሓኪም ትእዛዝ ንዝተዋህበ መድሃኒትን ንካልእ ሕክምናን ይምልከት። ኩሉ ቅብሊት ዓቅቡ።

costs-without-papers =
    ክንክን ጥዕና ንምሕታት ካርድ ኣየድልየኩምን። ዋጋ እቲ ምብጻሕ ንዓኹም ክንደይ ምዃኑ ሕተቱ።

    ቀይሕ መስቀል (Röda Korset) ከምኡ’ውን ሓካይም ዓለም (Läkare i Världen) ምኽሪ ክህቡኹም ይኽእሉ።

costs-free-care =
    ኣብ ግዜ ጥንስን ሕርስን ዝወሃብ ክንክን ዋጋኡ { $fee-maternity-low } እዩ። ምክትታል ጥዕና ንኣሽቱ ቆልዑ እውን ከምኡ እዩ።

    ኣብ ሽወደን ሓደስቲ ንዝኾኑ ሰባት ዝወሃብ ምርመራ ጥዕና ዋጋኡ { $fee-health-examination } እዩ። ብድሌትኩም እዩ፣ ግዴታ ኣይኮነን።

costs-medicines-low =
    ብናይ ሓኪም ትእዛዝ ዝወሃብ መድሃኒት፣ መብዛሕትኡ ግዜ እንተበዝሐ { $fee-medicine-low } እዩ። እዚ ንኹሉ መድሃኒት ኣይምልከትን።

    ትሕቲ { $age-adult } ንዝኾኑ ቆልዑ፣ ብናይ ሓኪም ትእዛዝ ዝወሃብ መድሃኒት መብዛሕትኡ ግዜ { $fee-medicine-child } እዩ።

    ናትኩም መድሃኒት ክንደይ ምዃኑ ኣብ ፋርማሲ (apotek) ሕተቱ።

costs-place = ዋጋ ካብ ዞባ ናብ ዞባ ይፈላለ። ኣበይ ትነብሩ?

costs-ordinary-fee =
    ኣብ { $region } ዋጋ ሓደ ልሙድ ምብጻሕ { $fee-visit } እዩ። እዚ ንዓበይቲ ሰባት እዩ።

    ቆጸራ ክትሕዙ ከለኹም ዋጋ ሕተቱ።
    .children = ዋጋ ንቆልዑ ክንደይ እዩ?
    .medicines = ዋጋ መድሃኒት ክንደይ እዩ?
    .emergency-price = ዋጋ ክፍሊ ህጹጽ ረድኤት ክንደይ?
    .yearly-limit = ዝለዓለ ዋጋ ኣሎ ድዩ?

costs-emergency-price =
    ኣብ { $region } ዋጋ ሓደ ምብጻሕ ኣብ ክፍሊ ህጹጽ ረድኤት (akutmottagning) { $fee-emergency-department } እዩ። እዚ ንዓበይቲ ሰባት እዩ።

    ህይወት ሰብ ኣብ ሓደጋ ድዩ? ናብ { $phone-112 } ደውሉ።

costs-yearly-limit =
    ኣብ ውሽጢ { $months-frikort } ንምብጻሕ እትኸፍልዎ ዝለዓለ ዋጋ ኣሎ። ክንድኡ ምስ ከፈልኩም፣ ነጻ-ወረቐት (frikort) ትረኽቡ። ኣብቲ ዝተረፈ ግዜ ንተወሳኺ ምብጻሕ ኣይትኸፍሉን።

    ነጻ-ወረቐት ኣብ መላእ ሽወደን ይሰርሕ። ኩሉ ቅብሊት ዓቅቡ።

    ሕጂ ክንደይ ምዃኑ ኣይፈልጥን። ናብ { $phone-1177 } ደዊልኩም ሕተቱ።

costs-medicines =
    ብናይ ሓኪም ትእዛዝ ንዝወሃብ መድሃኒት ዝለዓለ ዋጋ ኣሎ። እዚ ንኹሉ መድሃኒት ኣይምልከትን።

    ትሕቲ { $age-adult } ንዝኾኑ ቆልዑ፣ ብናይ ሓኪም ትእዛዝ ዝወሃብ መድሃኒት መብዛሕትኡ ግዜ { $fee-medicine-child } እዩ።

    ናትኩም መድሃኒት ክንደይ ምዃኑ ኣብ ፋርማሲ (apotek) ሕተቱ።

costs-children-in-region =
    ኣብ { $region } ዋጋ ሓደ ምብጻሕ፣ ትሕቲ { $age-adult } ንዝኾነ ቆልዓ { $fee-visit-child } እዩ።

    ብናይ ሓኪም ትእዛዝ ዝወሃብ መድሃኒት ንቆልዑ መብዛሕትኡ ግዜ { $fee-medicine-child } እዩ።

costs-children =
    ትሕቲ { $age-adult } ዝኾኑ ቆልዑ፣ ከም ካልኦት ቆልዑ ኣብ ሽወደን ሓደ ዓይነት ክንክን ይረኽቡ። ክንክን ስኒ እውን ከምኡ እዩ።

    ብናይ ሓኪም ትእዛዝ ዝወሃብ መድሃኒት ንቆልዑ መብዛሕትኡ ግዜ { $fee-medicine-child } እዩ። ቆጸራ ክትሕዙ ከለኹም፣ ዋጋ እቲ ምብጻሕ ክንደይ ምዃኑ ሕተቱ።
    .price = እቲ ምብጻሕ ንውላደይ ክንደይ ዋጋኡ?
    .price-heard = ቫድ ኮስታር በሶከት ፎር ሚት ባርን?

costs-eu =
    ካብ ሃገርኩም ናይ EU ካርድ ክንክን ጥዕና ኣለኩም ድዩ? ሽዑ መብዛሕትኡ ግዜ ምስ ካልኦት ሰባት ኣብ ሽወደን ማዕረ ትኸፍሉ።

    ብዘይ ካርድ፣ ምሉእ ዋጋ ክትከፍሉ ክትሕተቱ ትኽእሉ።
    .have-card = እወ፣ እቲ ካርድ ኣለኒ
    .no-card = ኣይፋል፣ ካርድ የብለይን
    .not-sure = ኣይፈልጥን

costs-eu-without-card =
    ኩሉ ሰብ ህጹጽ ክንክን ይረክብ። ንካልእ ክንክን ግን ምሉእ ዋጋ ክትከፍሉ ክትሕተቱ ትኽእሉ። ቆጸራ ክትሕዙ ከለኹም ዋጋ ሕተቱ።

    ሓካይም ዓለም (Läkare i Världen) ምኽሪ ክህቡኹም ይኽእሉ።

    ህይወት ሰብ ኣብ ሓደጋ ድዩ? ናብ { $phone-112 } ደውሉ።

costs-ask-first =
    ንዓኹም ዋጋ ክንደይ ምዃኑ ኣይፈልጥን። ቆጸራ ክትሕዙ ከለኹም ሕተቱ፣ ወይ ናብ { $phone-1177 } ደውሉ።

    ህይወት ሰብ ኣብ ሓደጋ ድዩ? ናብ { $phone-112 } ደውሉ።
    .price = እቲ ምብጻሕ ንዓይ ክንደይ ዋጋኡ?
    .price-heard = ቫድ ኮስታር በሶከት ፎር ሜይ?
    .interpreter = ተርጓማይ የድልየኒ። { $language } እዛረብ።
    .interpreter-heard = ያግ በሆቨር ቶልክ። ያግ ታላር ትግሪንስካ።
