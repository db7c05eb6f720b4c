mental-health = Sömn, oro och sorg
mental-health-first-step =
    Ont i kroppen och dålig sömn kan vara tecken på stress.

    Ring först till din { $word-health-centre }. De hjälper med kropp och känslor.
    .ask-for = Jag mår dåligt. Jag vill träffa en kurator eller psykolog.
    .acute = Jag orkar inte leva
mental-health-acute =
    Ring { $phone-112 } nu om du är på väg att skada dig.

    Du kan också ringa och prata med någon. Var inte ensam.
