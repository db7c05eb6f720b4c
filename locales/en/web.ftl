web-title = Information
web-skip = Skip to the answer
web-leave = Leave this page quickly
web-write = Write here
web-send = Send
web-more = See new answers
web-nothing-new = No new answer yet.
web-earlier = Earlier answers
web-show-large = Show large
web-close = Close
web-too-long = The text is too long. Make it shorter and send it again.
web-sending = Sending …
web-offline = No network just now. I will try again.
web-ended = The conversation is over.
web-lost = This page does not exist.
web-broken = Something went wrong. Try again.
web-begin = Start again
web-history = The phone may remember the address of this page. Delete it in the browser history if someone else reads the phone.

## Voice and pictures for a person

web-sent = Sent.
web-record = Record your voice
web-record-stop = Stop
web-recording = Recording. Two minutes at most.
web-recorded = The recording is ready. Listen. Send it or throw it away.
web-discard = Throw away
web-no-microphone = The microphone cannot be used. Write instead.
web-my-voice = Your recording
web-my-picture = Your picture
web-picture = Send a picture
web-picture-thumb = Hold your thumb over name and personal number when you take the picture.
web-picture-choose = Choose a picture
web-file-large = It is too large. Make a shorter recording or choose a smaller picture.
web-file-broken = It cannot be read. Choose another picture or record again.
web-file-many = You have sent many pictures and recordings. Write instead.
web-play = Listen
web-larger = Show larger
web-save = Download
web-file-gone = It is no longer here.

## Coming back from another browser

web-key-offer = Come back later in another browser
web-key-title = Your key
web-key-how = Remember the pictures in the right order, and the digits. When you come back, choose “I have a key” on the first page.
web-key-until = The key works until the conversation with the health guide has ended.
web-key-warning = Whoever has the key can read the conversation. Show it to nobody.
web-key-drop = I do not want the key
web-key-dropped = The key is gone.
web-key-closed = No conversation with a health guide is open now. So there is no key.
web-key-go-on = Back to the conversation
web-key-have = I have a key
web-key-first = First picture
web-key-second = Second picture
web-key-third = Third picture
web-key-digits = The four digits
web-key-open = Open
web-key-wrong = The key opens no conversation. Check that everything is right. Wait a minute and try again.
# The pictures of the key: one word each
web-key-sun = Sun
web-key-moon = Moon
web-key-star = Star
web-key-tree = Tree
web-key-flower = Flower
web-key-house = House
web-key-fish = Fish
web-key-bird = Bird
web-key-horse = Horse
web-key-apple = Apple
web-key-bread = Bread
web-key-boat = Boat
web-key-bus = Bus
web-key-book = Book
web-key-shoe = Shoe
web-key-ball = Ball
