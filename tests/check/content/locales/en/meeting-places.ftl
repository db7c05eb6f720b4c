meeting-places = Meet other people
meeting-places-near = Here you can meet other people.
    .none = I find no meeting place near you yet.
