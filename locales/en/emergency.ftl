emergency = Emergency help

emergency-first =
    Is a life in danger? Call { $phone-112 }

    Say what has happened. Say where you are.

    They ask many questions. This does not delay the help.
    .ambulance = I need an ambulance.
    .address = The address is …
    .i-speak = I speak { $language }.
    .poison = Someone has taken in poison
    .suicide = I cannot bear to live
    .violence = I am not safe

emergency-poison =
    Call { $phone-112 }

    Ask for poison information (Giftinformation). Say what has happened.

    Hard to breathe, not waking or cramps? Say that you need an ambulance.
    .poison-help = I want to speak to poison information.
    .ambulance = I need an ambulance.
    .address = The address is …

emergency-suicide =
    Are you about to harm yourself? Call { $phone-112 }

    Do not be alone. Ask someone to be with you.

    You can also call and talk with someone. There is help.
    .help = I do not want to live. I need help now.
    .address = The address is …
    .i-speak = I speak { $language }.

emergency-violence =
    Danger now? Call { $phone-112 }

    It is not your fault. You can get help. Social services (socialtjänsten) in your municipality can also help and protect.

    Kvinnofridslinjen is free of charge and is not shown on the phone bill. You do not need to say your name. The number can be seen in your phone.
    .police = I need the police.
    .address = The address is …
    .interpreter = I need an interpreter. I speak { $language }.
