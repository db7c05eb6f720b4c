### The web page's own words, around what the flows say. They tell nobody what the page is about.

web-title = ሓበሬታ
web-skip = ናብቲ መልሲ ምኻድ
web-leave = ካብ ገጽ ብቕልጡፍ ምውጻእ
web-write = ኣብዚ ጽሓፉ
web-send = ምስዳድ
web-more = ሓደስቲ መልስታት ምርኣይ
web-nothing-new = ገና ሓድሽ መልሲ የለን።
web-earlier = ቅድም ዝተዋህቡ መልስታት
web-show-large = ብዓቢ ምርኣይ
web-close = ምዕጻው
web-too-long = እቲ ጽሑፍ ብጣዕሚ ነዊሕ እዩ። ኣሕጺርኩም መሊስኩም ስደዱ።
web-sending = ይስደድ ኣሎ …
web-offline = ሕጂ ኢንተርነት የለን። መሊሰ ክፍትን እየ።
web-ended = እቲ ዝርርብ ተወዲኡ።
web-lost = እዚ ገጽ የለን።
web-broken = ሓደ ነገር ተጋግዩ። መሊስኩም ፈትኑ።
web-begin = ካብ መጀመርታ ምጅማር
web-history = እቲ ቴሌፎን ኣድራሻ ናይዚ ገጽ ክዝክር ይኽእል። ካልእ ሰብ ነቲ ቴሌፎን ዘንብቦ እንተኾይኑ፣ ካብ ታሪኽ (historik) ናይቲ ብራውዘር ደምስስዎ።

## Voice and pictures for a person

web-sent = ተላኢኹ።
web-record = ድምጽኹም ምቕዳሕ
web-record-stop = ደው ምባል
web-recording = ይቕዳሕ ኣሎ። ዝበዝሐ ክልተ ደቒቕ።
web-recorded = ድምጽኹም ተቐዲሑ። ስምዕዎ። ስደድዎ ወይ ደርብይዎ።
web-discard = ምድርባይ
web-no-microphone = እቲ ማይክሮፎን ኣይሰርሕን እዩ። ኣብ ክንድኡ ጽሓፉ።
web-my-voice = ድምጽኹም
web-my-picture = ስእልኹም
web-picture = ስእሊ ምስዳድ
web-picture-thumb = ክትስእሉ ከለኹም ስምን ቁጽሪ መንነትን ብዓባይ ኣጻብዕቲ ሸፍንዎ።
web-picture-choose = ስእሊ ምምራጽ
web-file-large = ብጣዕሚ ዓቢ እዩ። ዝሓጸረ ድምጺ ቅድሑ ወይ ዝነኣሰ ስእሊ ምረጹ።
web-file-broken = ክንበብ ኣይከኣልን። ካልእ ስእሊ ምረጹ ወይ መሊስኩም ቅድሑ።
web-file-many = ብዙሕ ስእልታትን ድምጽታትን ሰዲድኩም ኣለኹም። ኣብ ክንድኡ ጽሓፉ።
web-play = ምስማዕ
web-larger = ብዝዓበየ ምርኣይ
web-save = ምውራድ
web-file-gone = እዚ ፋይል ድሕሪ ሕጂ ኣብዚ የለን።

## Coming back from another browser

web-key-offer = ድሓር ካብ ካልእ ብራውዘር ምምላስ
web-key-title = መፍትሕኩም
web-key-how = ነቶም ስእልታት ብትኽክለኛ ተርታኦም ዘክርዎም። ነቶም ቁጽርታት እውን ዘክርዎም። ክትምለሱ ከለኹም ኣብ ቀዳማይ ገጽ “መፍትሕ ኣለኒ” ምረጹ።
web-key-until = እቲ ምስ ኣማኻሪ ጥዕና ዘሎ ዝርርብ ክሳብ ዝውዳእ እቲ መፍትሕ ይሰርሕ።
web-key-warning = እቲ መፍትሕ ዘለዎ ሰብ ነቲ ዝርርብ ከንብቦ ይኽእል። ነቲ መፍትሕ ንማንም ሰብ ኣይተርእይዎ።
web-key-drop = ነቲ መፍትሕ ኣይደልዮን እየ
web-key-dropped = እቲ መፍትሕ ተደምሲሱ።
web-key-closed = ሕጂ ምስ ኣማኻሪ ጥዕና ክፉት ዝርርብ የለን። ስለዚ መፍትሕ የለን።
web-key-go-on = ናብቲ ዝርርብ ምምላስ
web-key-have = መፍትሕ ኣለኒ
web-key-first = ቀዳማይ ስእሊ
web-key-second = ካልኣይ ስእሊ
web-key-third = ሳልሳይ ስእሊ
web-key-digits = እቶም ኣርባዕተ ቁጽርታት
web-key-open = ምኽፋት
web-key-wrong = እዚ መፍትሕ ንዋላ ሓደ ዝርርብ ኣይከፍትን እዩ። ኩሉ ቅኑዕ ምዃኑ ኣረጋግጹ። ሓደ ደቒቕ ተጸቢኹም መሊስኩም ፈትኑ።
# The pictures of the key: one word each
web-key-sun = ጸሓይ
web-key-moon = ወርሒ
web-key-star = ኮኾብ
web-key-tree = ኦም
web-key-flower = ዕንባባ
web-key-house = ገዛ
web-key-fish = ዓሳ
web-key-bird = ጭሩ
web-key-horse = ፈረስ
web-key-apple = ቱፋሕ
web-key-bread = ባኒ
web-key-boat = ጃልባ
web-key-bus = ኣውቶቡስ
web-key-book = መጽሓፍ
web-key-shoe = ጫማ
web-key-ball = ኩዕሶ
