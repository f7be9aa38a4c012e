# Numbers, spans, units and words of lists.
percent = %{ $value }
span-ms = { $n } ms
span-min = { $n } dk
span-h = { $n } saat
span-d = { $n } gün
km = { $n } km
low-to-high = { $low } – { $high }
voyages = { $count } sefer
between = { $from } – { $to }
at = { $place }: { $what }
either = { $one } ya da { $other }
all = tümü
note = not: { $text }

## Modes of transport.
mode-rail = demiryolu
mode-road = karayolu
mode-sea = denizyolu
mode-pipeline = boru hattı
mode-air = havayolu
mode-fibre = fiber

## How a figure came about.
method-read = kaynaktan
method-computed = hesaplandı
method-proxy = benzetme
method-assumed = varsayım
method-none = kaynaksız

## Units, and for what a price is asked.
unit-t = t
unit-kt = bin t
unit-TEU = TEU
unit-teu = TEU
unit-FEU = FEU
unit-container = konteyner
unit-wagon = vagon
unit-truck = kamyon
unit-train = tren
unit-pair = tren çifti
unit-ship = gemi
unit-departure = hareket
unit-seat = koltuk
unit-trip = yolculuk
unit-Tbit-s = Tbit/sn
unit-km = km
unit-lane-m = şerit metre
unit-h = saat
unit-berth-h = rıhtım-saat
unit-crane-h = vinç-saat
unit-ramp-h = rampa-saat
unit-slot = slot
unit-berth = rıhtım
unit-lot = parti
unit-m3 = m³
unit-bbl = varil
unit-permit = izin
unit-USD = ABD doları
unit-locomotive = lokomotif
unit-share = oran
unit-t-km = t·km
unit-container-km = konteyner·km
unit-teu-km = TEU·km
unit-wagon-km = vagon·km
unit-wagon-m = vagon metresi
unit-truck-m = kamyon metresi
unit-truck-km = kamyon·km
unit-train-km = tren·km
unit-consignment = gönderi
unit-day = gün
unit-teu-day = TEU·gün
unit-wagon-day = vagon·gün
unit-t-day = t·gün
unit-operation = işlem
unit-crossing = sınır geçişi
unit-seat-km = koltuk·km
unit-rotation = gidiş-dönüş seferi
unit-g-t-km = g/(t·km)
unit-g-TEU-km = g/(TEU·km)
unit-kg-TEU = kg/TEU
unit-kg-container = kg/konteyner
unit-kg-t = kg/t
unit-kg-wagon = kg/vagon
unit-g-seat-km = g/(koltuk·km)

## Work at a terminal.
work-load = yükleme
work-unload = boşaltma
work-transfer = aktarma
work-roll-on = feribota bindirme
work-roll-off = feribottan indirme
work-gauge-change = hat açıklığı değişimi
work-border = sınır ve gümrük
work-marshalling = manevra
work-papers = evrak işlemleri

## How the goods stand.
loading-ground = saha
loading-rail = vagon
loading-road = kamyon
loading-ship = gemi
loading-wagon-on-ship = feribotta vagon
loading-truck-on-ship = feribotta kamyon
loading-pipe = boru hattı
loading-air = uçak
loading-fibre = fiber

## Facilities.
facility-station = istasyon
facility-rail-terminal = demiryolu terminali
facility-container-terminal = konteyner terminali
facility-berth = rıhtım
facility-ferry-berth = feribot rıhtımı
facility-oil-berth = petrol rıhtımı
facility-grain-berth = tahıl rıhtımı
facility-ramp = rampa
facility-crane = vinç
facility-yard = saha
facility-gauge-change = hat açıklığı değişim istasyonu
facility-tank-farm = tank sahası
facility-border-post = sınır kapısı
facility-landing-station = kablo karaya çıkış istasyonu
facility-elevator = silo
facility-airport = havalimanı
facility-truck-terminal = kamyon terminali
facility-pump-station = pompa istasyonu
facility-pipeline-terminal = boru hattı terminali
facility-works = tesis

## What runs.
vehicle-train = tren
vehicle-wagon = vagonlar
vehicle-locomotive = lokomotif
vehicle-rail-ferry = tren feribotu
vehicle-ropax = ro-pax feribot
vehicle-feeder = besleme gemisi
vehicle-tanker = tanker
vehicle-dry-ship = kuru yük gemisi
vehicle-container-ship = konteyner gemisi
vehicle-truck = kamyon
vehicle-aircraft = uçuş
vehicle-rail = demiryolu
vehicle-road = karayolu
vehicle-sea = denizyolu
vehicle-pipeline = boru hattı
vehicle-air = havayolu
vehicle-fibre = fiber hat

## What is scarce.
limit-train-path = tren dilimleri
limit-border-slot = sınırda tren hakkı
limit-berth = rıhtımlar
limit-ramp = rampalar
limit-crane = vinç saati
limit-storage = depolama yeri
limit-yard = saha
limit-slot = geçiş sırası
limit-place = yerler
limit-fleet = park
limit-tank = tanklar
limit-throughput = kapasite
limit-quota = kota
limit-permit = izinler
limit-locomotive = lokomotif saati
limit-bandwidth = bant genişliği

## What is charged.
item-freight = navlun
item-handling = elleçleme
item-voucher = kupon
item-wagon-return = vagonun dönüşü
item-border = sınır ücreti
item-storage = depolama
item-hire = kira
item-export-duty = ihracat vergisi
item-grain-subsidy = tahıl desteği
item-dues = resim ve harçlar
item-port-fee = liman ücreti
item-gauge-change = hat açıklığı değişimi
item-guard = koruma
item-papers = evrak işlemleri
item-marshalling = manevra
item-guarantee = garanti

## What an emission factor is of.
factor-rail = demiryolu
factor-road = karayolu
factor-sea = denizyolu
factor-pipeline = boru hattı
factor-air = havayolu
factor-fibre = fiber
factor-move = hareket
factor-handle = elleçleme
factor-store = depolama

## Other words of lists.
list-electric-ac = alternatif akım
list-electric-dc = doğru akım
list-diesel = dizel
list-tariff = tarife
list-published = yayımlanmış
list-shortest-feasible = en kısa uygun yol
list-great-circle = büyük daire
list-great-circle-scaled = büyük daire, katsayılı
list-estimate = tahmin
list-not-stated = belirtilmemiş
list-primary = birincil veri
list-modelled = modellenmiş
list-default = varsayılan
list-included = dahil
list-part = kısmen
list-excluded = hariç
list-official = resmî
list-press = basın
list-t-km = t·km
list-passenger-km = yolcu·km
list-USD = USD
list-USD-t = USD/t
list-ms = ms
list-d = gün
list-1-week = haftada
list-year = yıl
list-month = ay
list-week = hafta
list-day = gün
list-hour = saat
list-cost = maliyet
list-hours = süre
list-CO2e = CO2e
list-blend = harman
list-capacity = kapasite
list-closure = hava kaynaklı kapanma
list-demand = talep
list-distance = mesafe
list-draught = su çekimi
list-emission = emisyon
list-fleet = filo
list-observation = gözlem
list-price = fiyat
list-rate = hız oranı
list-schedule = tarife (sefer)
list-speed = hız

## So many of a unit; a unit without a message of its own stands behind its number as it is.
amount-container = { $count } konteyner
amount-wagon = { $count } vagon
amount-truck = { $count } kamyon
amount-seat = { $count } koltuk
