# Ways, cost sheets, charts.
route-asked = { $cargo }, { $amount }: { $from } ({ $from_country }) – { $to } ({ $to_country }), { $day }
route-scenarios = senaryolar: { $list }
route-conditions = koşullar: { $list }
route-no-way = Güzergâh yok. { $reason }
route-taken-out = Kurallar gereği veya fiyat olmadığı için aramadan önce { $count } satır çıkarıldı; liste: --why
would-be-lifted = şununla kalkar: { $by }
route-try = Deneyin: { $hint }
route-instead = Bunun yerine mümkün olanlar:
route-kept = söz verilen zamana yetişme olasılığı ({ $promise }): { $chance }
route-takes = hareket { $departs }, varış { $arrives }; seferlerin yarısı { $half }, onda dokuzu { $nine } içinde tamamlanır
route-sheet = { $way } güzergâh: { $sheet }
route-parts = seyirde { $moving }, elleçleme { $handling }, sınırda { $border }, bekleme { $waiting }
route-papers = belgeler: { $list }
route-may-leave = yük { $day } tarihinden itibaren yola çıkabilir
route-gap = hesapta yok: { $gap }
co2e-gap = CO2e eksiği: { $gap }
permit = izin: { $name }, veren kurum: { $authority }, başvuru { $asked }, { $days } gün (%90: { $most }), hazır { $there }
permit-quota = kota yılda { $amount } { $unit }
permit-share = bunun { $share } kadarını bu parti kullanır

## Heads of tables.
head-way = güzergâh
head-usd = ABD doları
head-low-to-high = alt – üst
head-time = süre
head-p90 = %90
head-nine-of-ten = onda dokuzu
head-co2e = kg CO2e
head-km = km
head-risk = risk
head-leaves = hareket
head-by = ne ile
head-leg = ayak
head-from = nereden
head-to = nereye
head-place = yer
head-basis = dayanak
head-charges = ücretler ve kaynaklar
head-element = halka
head-distance = mesafe esası
head-activity = taşıma işi
head-intensity = g / birim
head-data = veri
head-change = değişiklik
head-taken-out = çıkarılan
head-rule = kural
head-whose = kimin
head-reason = neden
head-lifted-by = ne ile kalkar
head-arcs = yaylar

## The goods' own terms.
term-light = ışık sinyali: { $path }
term-netback = netback { $amount } { $unit }{ $ends }: pazarda { $price }, { $cargo } ({ $method }, { $year }), eksi yol maliyeti { $cost }
term-no-owner = sahibi belirtilmemiş
term-flag = { $country } { $ships } gemi, tonajın { $share }
term-largest-ship = en büyük gemiyle { $voyages }
term-tankers = tankerler { $service }{ $voyages }{ $least }; { $flags }
term-pipe = { $name }: basımdan teslime { $days } gün
term-stream = çıkan ürün: { $cargo }
term-line-fill = hat dolumu { $fill } t, sayılan akış yılda { $flow } t
term-quota = kota { $amount } t ({ $period }), bunun { $share } kadarını bu parti kullanır
term-blend = akışın { $share }
term-sulphur = o zaman kükürt { $share }
term-least-lot = en küçük parti { $tonnes } t
term-up = zamanın { $share } kadarında çalışır
term-path = { $km } km, tek yön { $one } ms, gidiş-dönüş { $both } ms{ $up }, geçtiği ülkeler: { $countries }
term-seat = koltuk: { $fare } ABD doları, bunun { $subsidy } kadarı destek; yolcu { $price } öder
term-departures = haftada { $departures } uçuş
apart-nodes = ortak düğümü ve kesimi yok
apart-spans = düğümleri ortak, kesimleri ayrı
apart-shared = kesimleri ortak: ortaksız çift yok
term-pair = korumalı çift, { $apart }
term-working = çalışan: { $path }; { $spans }
term-protection = yedek: { $path }; { $spans }
term-pair-up = ikisinden biri zamanın { $share } kadarında çalışır, arızalar bağımsız
term-shared = ortak: { $list }
term-both-pass = ikisi de geçer: { $list }
term-unsubsidised = desteksiz { $usd }
term-return = gidiş ve { $day } dönüş, { $label }: { $usd } ABD doları{ $ends }{ $aided }, { $hours }, { $kg } kg CO2e
term-no-way-back = { $day } tarihinde dönüş güzergâhı yok

## CO2e element by element.
chain-hub = aktarma merkezi { $place }
chain-empties = boş dönüş { $how }
chain-total = { $kg } kg CO2e, taşıma işi { $activity } { $unit }
chain-intensity = { $grams } g/({ $unit })
co2e-by-element = CO2e, halka halka

## Pages and charts.
page-title = { $from } – { $to }: { $cargo }
page-lead = { $cargo }, { $amount }, hareket { $day }
repeat-it = Yinelemek için
map-of-ways = güzergâh haritası
cost-against-time = maliyet ve süre
time-and-distance = Süre ve mesafe
time-over-distance = mesafeye göre süre
slope-hint = Eğim = hareket; kalın basamak = elleçleme, sınır veya bekleme.
chart-signs = / hareket   | elleçleme, sınır veya bekleme
km-from-origin = çıkış noktasından km
dot-area = ABD doları; noktanın alanı = CO2e
dot-tip = { $way }: { $usd } ABD doları, { $time }, { $kg } kg CO2e

## The sheet on a page.
sheet-parts = Seyirde { $moving }, elleçleme { $handling }, sınırda { $border }, bekleme { $waiting }; onda dokuzu { $nine } içinde.
sheet-papers = Belgeler: { $list }.
sheet-may-leave = Yük { $day } tarihinden itibaren yola çıkabilir.
sheet-gap = Hesapta yok: { $gap }
charge-line = { $rate } { $currency } { $year } / { $per } × { $quantity } = { $usd } ABD doları
charge-rate = 1 { $currency } = { $rate } ABD doları
charge-rate-of = 1 { $currency } = { $rate } ABD doları, { $day }
charge-free-days = { $days } gün ücretsiz
charge-includes = fiyata dahil
charge-excludes = fiyata dahil değil
leg-through = { $rate } tek fiyatın içinde
leg-emission = CO2e: { $name } { $factor } { $unit }
leg-draught = { $place } derinliği: { $depth } m, { $vehicle } için gereken { $wanted } m; { $payload } t yükten { $left } t kalır
