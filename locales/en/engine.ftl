### The bot's own words: buttons and short messages that stand on every screen.

## Buttons

engine-emergency = Emergency
engine-person = Talk to a person
engine-menu = Menu
engine-language = Language
engine-back = Back
engine-continue = Continue
engine-skip = I do not want to say
engine-more = Show more
# On emergency screens instead of Back
engine-resume = Go on where I was
# A button that leads to the end of a conversation
engine-finish = Thank you, that is all
# A button that leads to a person
engine-ask-person = I want help from a person

## Languages

engine-choose-language = Choose language
engine-own-name = { $name }
engine-globe = Other languages
engine-globe-show =
    Show this sentence at the reception desk, or say it on the phone.
    .sentence = I speak { $language }. I need an interpreter.
# The language of a web page
engine-page-language = The page is in { $language }.

## Short messages

engine-danger = Is a life in danger? Call { $phone-112 } now.
engine-not-understood = I do not understand what you wrote. Choose a button below.
engine-number = Write a number from { $lowest } to { $highest }.
engine-stale = That button no longer works. You are here now.
engine-moved = The page you were reading is gone. Here is the nearest one.
engine-doubt = This may have changed. Ask { $phone-1177 }.
engine-doubt-safety = If nobody answers, call { $phone-112 }.
engine-unreviewed = No person has checked this text yet.
engine-thanks = Thank you. Good that you told us.
engine-unknown = unknown place
engine-helped =
    Did this help you?
    .yes = Yes
    .no = No, I need more help
engine-nobody =
    No health guide (hälsoguide) can answer here in the chat at the moment.

    Call { $phone-1177 }. Nurses answer there day and night. Say this sentence:
    .sentence = Hello! I need help. I speak { $language }. I need an interpreter.

## Places and opening hours

engine-hours-open = Open now
engine-hours-closed = Closed now
engine-hours-always = Open day and night
engine-hours-unknown = I do not know when it is open. Call first.
# The place has neither opening hours nor a phone number
engine-hours-ask = I do not know when it is open, and I have no number. Ask in your municipality (kommun). Is it about care? Call { $phone-1177 }.
engine-closed-until = Closed now. Opens { $day } at { $time }.
engine-address-unknown = I do not know the address.
engine-place-phone = Phone
engine-place-web = Website
engine-place-doubt = This information may be old. Check before you go there.
engine-distance = About { $number } km away
engine-map = Show on a map

## What only Telegram shows, and words to write

engine-restart = Start again
engine-forget = Remove all about me
engine-forgotten = Everything about you is now removed here. The chat in your phone you can remove yourself.
engine-bar = The buttons at the bottom are always there.
engine-media = Nobody here can hear sound or see pictures yet. Write, or choose a button.
engine-private = Write to me in private, not in a group.
engine-late = You wrote this on { $day } at { $time }. I could not answer until now.
engine-resumed = I could not reach you for a while. This is where you are now.
engine-privacy = What do you know about me?
engine-privacy-says =
    I do not know your name. I do not have your phone number.

    This is what I have kept:
engine-privacy-language = Language: { $language }
engine-privacy-place = Municipality: { $municipality }
engine-privacy-status = Your situation: “{ $status }”
engine-privacy-more = Number of your other answers: { $number }
engine-privacy-position = The place on the map that you sent
engine-privacy-kept =
    Everything is locked. The region has the key.
    What you and I say is erased { $days-said } later.

    Have I heard nothing from you for { $days-silent }? Then I erase everything.

    After that, copies of the key remain for { $days-backup }. Then nobody can read what was erased.
