meeting-places = Meeting places near you

meeting-places-place = Where do you live? Then I show what there is near you.

meeting-places-near =
    Here you can meet other people. Ask first if it is open.
    .none = I find no meeting place near you. Ask in your municipality (kommun).
    .family-centres = Family centre
    .open-preschools = Open preschool
    .language-friends = Find a language friend
    .youth-clinics = Youth clinic
    .health-centres = Health centre

meeting-places-family-centres =
    A family centre (familjecentral) is for you who expect a child or have small children. It has a midwife, child healthcare and an open preschool. It also has support for families.
    .none = I find no family centre near you. Ask at your health centre ({ $word-health-centre }).
    .near = Back to meeting places

meeting-places-open-preschools =
    Open preschool (öppen förskola) is for you who are at home with small children. You are there together with your child. You do not need to book.
    .none = I find no open preschool near you. Ask in your municipality (kommun).
    .near = Back to meeting places

meeting-places-language-friends =
    A language friend (språkvän) is a volunteer friend. You speak Swedish, and your friend helps you in daily life. Call and ask if there is a place.
    .none = I find no language friend near you. Ask in your municipality (kommun).
    .near = Back to meeting places

meeting-places-youth-clinics =
    The youth clinic (ungdomsmottagning) is for young people from about { $age-youth-from } to { $age-youth-to }. Young people can ask about body, feelings and relationships.

    You are welcome also if you seek asylum or have no papers.
    .none = I find no youth clinic near you. Call { $phone-1177 } and ask.
    .near = Back to meeting places

meeting-places-health-centres =
    Call your health centre ({ $word-health-centre }) before you go there. Then they can book an interpreter.
    .none = I have no health centre ({ $word-health-centre }) to show near you. Call { $phone-1177 }. They show you the right clinic.
    .near = Back to meeting places
