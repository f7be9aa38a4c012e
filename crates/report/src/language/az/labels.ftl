# Labels of ways: answers bring them in English, and the page in the browser shows them.
said-cheapest = ən ucuz
said-fastest = ən sürətli
said-greenest = tullantısı ən az
said-safest = riski ən az
said-balanced = balanslı
said-way = { $n }-ci marşrut

## Notes under a flow and a simulation.
said-queue-free = Vaxtlar növbəsizdir: dolmuş məhdudiyyət yükü modeldən kənarda gözlədir; onun qiyməti daha bir vahidin qənaətini deyir.
said-continuous = Partiyalar fasiləsizdir; reyslər və qatarlar tam ədəd olmaya bilər.
said-ranges-unknown = { $count } qiymətin aralığı tapılmadı; qiymətlərin özü sübut olunub.
said-waits-come = Gözləmələr cədvəllərdəki növbəsiz vaxtlardan, resurslardan, gəmilərdən və havadan alınır; müşahidə olunmuş gözləmə daxil edilməyib.
said-lots-keep = Partiyalar öz marşrutunda qalır; anbar və qadağalar hələ heç kimi saxlamır; gündəlik çatışmayanın bütün hesab üçün bir norması var.
said-intervals = Aralıqlar təkrarlar üzrə ortanın aralığıdır (95 %); fərziyyə göstəricilər haqqında heç nə demir.
said-quiet-resources = Təsadüfi partiyaların altı dəqiqədən az gözləyəcəyi { $count } resurs dayanmadan keçilir.
said-idle-years = demand cədvəlində { $years } üçün heç nə yoxdur: o zaman yeni heç nə yola çıxmır.
said-country = ölkə

## Limits of services and ships, and who sits at a round table.
said-limit-places = yerlər: { $service }
said-limit-payload = yükgötürmə: { $service }
said-limit-departures = yola düşmələr: { $service }
said-limit-ship-hours = gəmi-saat: { $fleet }
said-limit-stock = { $limit }, dövrün sonunda
said-gone-elsewhere = { $share } % başqa yolla gedir: { $why }
said-preset-c6 = Mərkəzi Asiyanın və Cənubi Qafqazın altı dövləti
said-preset-cica = dəhlizdə və ətrafında olan CICA dövlətləri
said-preset-turkic = Türk Dövlətləri Təşkilatının dövlətləri
said-preset-trade = daşıyıcı, liman, yük sahibi, bank, QHT
