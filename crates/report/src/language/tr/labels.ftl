# Labels of ways: answers bring them in English, and the page in the browser shows them.
said-cheapest = en ucuz
said-fastest = en hızlı
said-greenest = en az emisyonlu
said-safest = en az riskli
said-balanced = dengeli
said-way = { $n }. yol

## Notes under a flow and a simulation.
said-queue-free = Süreler kuyruksuzdur: dolu bir sınır yükü modelin dışında bekletir; fiyatı bir birim fazlasının tasarrufunu söyler.
said-continuous = Partiler süreklidir; sefer ve tren sayıları tam sayı olmayabilir.
said-ranges-unknown = { $count } fiyatın aralığı bulunamadı; fiyatların kendisi kanıtlıdır.
said-waits-come = Beklemeler tablolardaki kuyruksuz sürelerden, kaynaklardan, gemilerden ve havadan çıkar; gözlenmiş bekleme girilmemiştir.
said-lots-keep = Partiler güzergâhında kalır; depolar ve yasaklar henüz kimseyi bekletmez; günlük kıtlığın tüm koşu için tek hızı vardır.
said-intervals = Aralıklar tekrarlar üzerinden ortalamanındır (%95); varsayılan göstergeler hakkında bir şey söylemez.
said-quiet-resources = Rastgele partilerin altı dakikadan az bekleyeceği { $count } kaynak durmadan geçilir.
said-idle-years = demand tablosunda { $years } için bir şey yok: o sırada yeni bir şey yola çıkmaz.
said-country = ülke

## Limits of services and ships, and who sits at a round table.
said-limit-places = yerler: { $service }
said-limit-payload = yük kapasitesi: { $service }
said-limit-departures = hareketler: { $service }
said-limit-ship-hours = gemi saati: { $fleet }
said-limit-stock = { $limit }, dönem sonunda
said-gone-elsewhere = %{ $share } başka yoldan gidiyor: { $why }
said-preset-c6 = Orta Asya ve Güney Kafkasya'nın altı devleti
said-preset-cica = koridordaki ve çevresindeki CICA devletleri
said-preset-turkic = Türk Devletleri Teşkilatı devletleri
said-preset-trade = taşıyıcı, liman, yük sahibi, banka, STK
