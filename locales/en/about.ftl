about = Who are you? What is kept?

about-whose =
    Region Jämtland Härjedalen is responsible for this service.

    We are not the Swedish Migration Agency (Migrationsverket). We are not the police. We are not social services (socialtjänsten).
    .what-it-is = What can you help me with?
    .what-is-kept = What is kept about me?
    .browser = Can it be seen in my phone?
    .secrecy = May care staff tell about me?

about-what-it-is =
    I am a computer program. I give information about healthcare. It is not care.

    No nurse and no doctor answers here. I cannot say which illness you have.

    Do you want to talk with a nurse? Call { $phone-1177 }.
    .what-is-kept = What is kept about me?

about-what-is-kept =
    I do not ask for your name. I do not ask for your phone number. Do not write them here.

    In the web chat, the conversation is locked while it goes on. It is erased when you press “Leave quickly”.

    The conversation is also erased when you have done nothing for { $minutes-idle }.
    .browser = Can it be seen in my phone?
    .telegram = I use Telegram

about-browser =
    The browser keeps the address of the page in its history. A person who has your phone can see the address.

    You can take it away. Open the menu of the browser and choose history. Choose the page and delete it.
    .what-is-kept = What is kept about me?

about-telegram =
    In Telegram the conversation stays in the app. A person who has your phone can read it.

    You can delete the chat in Telegram. Do you not want it in your phone? Use the web chat instead.

    We keep the conversation locked with us. Write “Remove all about me” here. Then it is erased with us.
    .what-is-kept = What is kept about me?

about-secrecy =
    Healthcare staff have a duty of confidentiality (tystnadsplikt). The interpreter (tolk) has it too.

    This means that they may not tell others about you. They may tell only if you say yes.

    Healthcare staff do not work for the Swedish Migration Agency (Migrationsverket).

about-secrecy-child =
    There is one important exception. The staff may think that someone harms a child. Then they must tell social services (socialtjänsten).

    Social services are there to protect the child. Most often the family gets support.
