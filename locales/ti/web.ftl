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
