emergency = Emergency
emergency-first = Is a life in danger? Call { $phone-112 }.
