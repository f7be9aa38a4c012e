# Labels of ways: answers bring them in English, and the page in the browser shows them.
said-cheapest = en ucuz
said-fastest = en hızlı
said-greenest = en az emisyonlu
said-safest = en az riskli
said-balanced = dengeli
said-way = { $n }. yol
