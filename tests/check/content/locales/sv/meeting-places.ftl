meeting-places = Träffa andra
meeting-places-near = Här kan du träffa andra.
    .none = Jag hittar ingen mötesplats nära dig än.
