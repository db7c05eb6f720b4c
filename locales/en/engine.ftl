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
# Below the line above, where words may mean danger; .yes opens the emergency screen
engine-now = Is it happening now?
    .yes = Yes, it is happening now
# Quietly, above the numbers of lines that listen
engine-support = Do you want to talk to someone? They will listen.
engine-not-understood = I do not understand what you wrote. Choose a button below.
engine-twice = I still do not understand. You can get help from a person.
engine-which = Which one do you mean? Choose a button.
engine-found = Is it about one of these?
engine-offer = Would you like to read in English?
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
engine-privacy-call = The phone number that you want to be called on
engine-privacy-kept =
    Everything is locked. The region has the key.
    What you and I say is erased { $days-said } later.

    Have I heard nothing from you for { $days-silent }? Then I erase everything.
    A question to a health guide stays until the conversation has ended.

    After that, copies of the key remain for { $days-backup }. Then nobody can read what was erased.

## A person instead of the bot

engine-person-says =
    A health guide (hälsoguide) answers you here. The guide explains and helps you reach care, but is no nurse and gives no medical advice.

    The guide keeps secrecy. One exception: a child who is being harmed.

    Write your question here. Or press the button, and the guide will ask you.
engine-guide-woman = { $name }, a woman, speaks { $language }.
engine-guide-man = { $name }, a man, speaks { $language }.
engine-interpreter =
    No health guide speaks your language. The guide answers together with an interpreter on the phone. The interpreter reads or hears your question, and keeps secrecy.
engine-wish-woman = Only a woman
    .off = ✓ Only a woman
engine-wish-outside = Nobody from my own country
    .off = ✓ Nobody from my own country
engine-wish-unmet = Nobody like that can answer in your language now. Without this wish you get an answer like this:
engine-person-by = You get an answer by { $day } at { $time } (Swedish time).
engine-person-ask = Ask a health guide to answer
engine-person-now = A health guide is at work now and can read what you write.
engine-person-present = A health guide is at work now. Do you want somebody to read what you write? Choose “Talk to a person”.
engine-person-next = A health guide answers next by { $day } at { $time }.
engine-case = Your question is waiting for a health guide.
engine-case-held = { $name } has your question.
engine-case-interpreter = The guide answers together with an interpreter on the phone. The interpreter keeps secrecy.
engine-case-go-on = You can use everything else meanwhile. Do you want to add something? Write it here.
engine-case-done = I need no answer any more
engine-case-sent = Your question is sent.
engine-case-added = It is added.
engine-case-again = I want to ask again
engine-case-claimed = { $name } has read your question and will answer here.
engine-case-passed = { $name } takes over your question.
engine-case-returned = The health guide could not answer. Your question goes to the next one.
engine-case-moved = The answer is late. We are sorry.
engine-case-nobody = Nobody can answer here now. Call { $phone-1177 }.
engine-case-closed = The conversation with the health guide has ended.
engine-call-me = Ask to be called
engine-call-says =
    Write your phone number here. The guide sees the number only to call you. The number is erased when the chat with the guide ends.

    If somebody else answers, the guide hangs up and says nothing.

    When is it safe to call you? Choose this first, then write the number.
engine-call-morning = In the morning
    .off = ✓ In the morning
engine-call-afternoon = In the afternoon
    .off = ✓ In the afternoon
engine-call-any = At any time
    .off = ✓ At any time
engine-call-bad = This is no phone number. Write digits only. What you wrote is not kept.
engine-call-kept = The health guide will call you. Your number is erased when the chat with the guide ends.
engine-call-off = Do not call me
engine-call-erased = Your number is erased.
engine-from = 👤 { $name }, health guide:
engine-from-interpreter = 👤 { $name }, health guide, with an interpreter:
engine-changed = 👤 { $name } has changed an answer. This is what counts now:
engine-taken-back = 👤 { $name } has taken an answer back. It does not count.
engine-said = { $text }
engine-voice = I cannot hear voices. Shall a person listen?
engine-photo = I cannot see pictures. Shall a person look? Hold your thumb over name and personal number when you take the picture.
engine-give-voice = Let a person listen
engine-give-photo = Let a person look
engine-unopened = A person cannot open what you sent. Send a picture or a voice message, or write.
engine-sound = Recording
engine-picture = Picture
engine-document = File (PDF)
engine-person-web = A health guide answers you in the web chat, not here. What you write here is not kept.
engine-person-web-open = Open the web chat
engine-person-phone = A health guide answers on the phone, not here.
