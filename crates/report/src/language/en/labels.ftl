# Labels of ways: answers bring them in English, and the page in the browser shows them.
said-cheapest = cheapest
said-fastest = fastest
said-greenest = greenest
said-safest = safest
said-balanced = balanced
said-way = way { $n }
