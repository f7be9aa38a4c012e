# Labels of ways: answers bring them in English, and the page in the browser shows them.
said-cheapest = ең арзан
said-fastest = ең жылдам
said-greenest = шығарындысы ең аз
said-safest = тәуекелі ең аз
said-balanced = теңгерімді
said-way = { $n }-маршрут
