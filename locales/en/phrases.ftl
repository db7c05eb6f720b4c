### Ready replies of health guides: chosen in the guide's language, read in the contact's.

phrase-hello = Hello! I am a health guide. I read what you write.
phrase-thanks = Thank you for writing.
phrase-more = Can you tell me more?
phrase-wait = I need to find something out. I will write to you again.
phrase-where-live = In which municipality (kommun) do you live?
phrase-since-when = How long has it been like this?
phrase-who-for = Is it about you or somebody else?
phrase-called-already = Have you already called the health centre or { $phone-1177 }?
phrase-has-letter = Have you received a letter or an appointment?
phrase-language-ok = Do you understand this language well?
phrase-medical = I am no nurse and cannot give medical advice. Call { $phone-1177 }, where nurses answer day and night. Is a life in danger? Call { $phone-112 }.
phrase-call-centre = Call your health centre (hälsocentral) and book a time.
phrase-interpreter-right = Care arranges an interpreter. Say which language you speak when you book.
phrase-free-of-charge = Writing to us costs nothing.
phrase-emergency-ward = Does it get worse? Call { $phone-112 }.
phrase-safe-now = Are you safe right now?
phrase-secrecy = I keep secrecy. I do not tell others what you write.
phrase-child-duty = If a child is being harmed I must tell social services (socialtjänsten).
phrase-anything-else = Is there anything else you want to ask?
phrase-good-luck = I hope it works out.
phrase-come-back = You can ask again whenever you want.
