mental-health = Sleep, worry and sorrow
mental-health-first-step =
    Pain in the body and bad sleep can be signs of stress.

    First call your health centre ({ $word-health-centre }). They help with body and feelings.
    .ask-for = I feel unwell. I want to see a counsellor or psychologist.
    .acute = I cannot bear to live
mental-health-acute =
    Call { $phone-112 } now if you are about to harm yourself.

    You can also call and talk with someone. Do not be alone.
