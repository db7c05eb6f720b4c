start = Menu
start-menu = Hello! I help you find the right place in Swedish healthcare.
