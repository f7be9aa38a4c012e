# Labels of ways: answers bring them in English, and the page in the browser shows them.
said-cheapest = ən ucuz
said-fastest = ən sürətli
said-greenest = tullantısı ən az
said-safest = riski ən az
said-balanced = balanslı
said-way = { $n }-ci marşrut
