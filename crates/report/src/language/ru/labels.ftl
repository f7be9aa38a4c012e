# Labels of ways: answers bring them in English, and the page in the browser shows them.
said-cheapest = самый дешёвый
said-fastest = самый быстрый
said-greenest = наименьшие выбросы
said-safest = наименьший риск
said-balanced = сбалансированный
said-way = маршрут { $n }
