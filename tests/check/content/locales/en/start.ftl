start = Menu
start-menu =
    Hello! I show you the way in Swedish healthcare.

    What would you like to know more about?
