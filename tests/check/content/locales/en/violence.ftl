violence = Safety at home
violence-safe-now = All violence is forbidden, also in the family. Are you in danger now?
    .danger = Yes, I am in danger now
    .talk = No, I want to talk with someone
violence-danger = Call { $phone-112 }. Say what has happened and where you are.
    .police = I need the police.
    .address = The address is …
violence-talk = Here you get support by phone. Social services in your municipality can also give advice and a protected home.
