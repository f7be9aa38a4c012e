# Scenarios side by side.
compare-head = { $corridor }, { $year }, { $method }: { $others }, “{ $base }” karşısında
compare-title = { $others }, temel: { $base }
compare-changed = Ne değişir
compare-figures = Gösterge gösterge
compare-payers = Kim daha çok, kim daha az alır, yılda ABD doları
compare-worth = Değeri, ABD doları
compare-nobody = Kimsenin geliri değişmiyor.
compare-nothing = hiçbir şey
compare-more = ve { $count } tane daha; hepsi --json içinde
compare-cost = maliyeti { $told } = { $usd } ABD doları ({ $method })
compare-of-year = { $year } fiyatlarıyla { $sum }
compare-life = { $years } yıl dayanır
compare-changes = { $count } değişiklik
compare-sources = Kaynaklar ({ $count })
compare-terms = İskonto oranı yılda { $rate } ({ $ends }), ömür boyunca eşit yıllar, büyüme yok, hurda değeri yok, kendi yıllarının fiyatlarıyla; taşıyıcının ek işi bunun için aldığı gelirin { $cost } ({ $costs }) kadarına mal olur. Yük sahipleri: para ve zaman, yarım kuralı. Ücretler aktarımdır ve toplamda birbirini götürür. CO2e sayılır, fiyatlandırılmaz.
head-figure-name = gösterge
head-base = temel
head-difference = fark
head-base-usd = temel, ABD doları
head-shippers-a-year = yük sahipleri, yılda
head-carriers-ports = taşıyıcılar, limanlar
head-budgets = bütçeler
head-all-a-year = toplam, yılda
head-cost-once = maliyet, bir kez
head-years = yıl
head-npv = NPV (net bugünkü değer)
head-eirr = EIRR (ekonomik iç getiri)
